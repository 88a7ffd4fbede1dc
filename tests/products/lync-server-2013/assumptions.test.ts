import { test } from 'node:test';
import { expect } from 'chai';
import { assumptionsOf, LYNC_ASSUMPTIONS } from '../../../src/products/lync-server-2013/assumptions';
import { shippedEnvironment } from '../../support/composed-plans';

test('an environment that lacks one of the assumptions of Lync Server is a bug', () => {
  const environment = shippedEnvironment('contoso.yaml');
  expect(assumptionsOf(environment)).to.equal(environment.assumptions);
  const names = Object.keys(LYNC_ASSUMPTIONS);
  expect(names.length).to.be.greaterThan(3);
  for (const name of names) {
    const assumptions = { ...environment.assumptions };
    Reflect.deleteProperty(assumptions, name);
    expect(() => assumptionsOf({ assumptions }), name).to.throw('the environment has no assumptions of Lync Server');
  }
});
