import { describe, it } from 'node:test';
import { expect } from 'chai';
import { comparedWithPlan } from '../../../../src/products/lync-server-2013/continuation/expectation';
import {
  type PlanOfPool,
  readPlanDocument,
} from '../../../../src/products/lync-server-2013/continuation/plan-document';
import { profilesOf } from '../../../../src/products/lync-server-2013/continuation/profile';
import { firstPool } from '../../../../src/world/deployment';
import { starting } from '../../../exploration/starting';

const START = starting(2);
const POOL = firstPool(START);
const [FIRST = '', SECOND = ''] = POOL.servers;

/** A plan without steps, which predicts the start for these servers. */
function planFor(servers: readonly string[]): PlanOfPool {
  const expected = profilesOf(START, POOL, { servers, nameOf: (thumbprint) => thumbprint });
  const document = { pool: POOL.fqdn, steps: [], expected: [expected], otherwise: [] };
  const text = JSON.stringify({ format: 'rehearse-plan', version: 1, pools: [document] });
  const [plan] = readPlanDocument(text, 'plan.json').pools;
  if (!plan) throw new Error('the document has no pool');
  return plan;
}

function compared(planned: readonly string[], known: readonly string[], pool = POOL.fqdn) {
  const collected = { deployment: START, known, unknownUse: [], originalOf: (thumbprint: string) => thumbprint };
  return comparedWithPlan({ ...planFor(planned), pool }, collected);
}

describe('A plan with which nothing can be compared', () => {
  it('is refused if it is for no pool', () => {
    const text = JSON.stringify({ format: 'rehearse-plan', version: 1, pools: [] });
    expect(() => readPlanDocument(text, 'plan.json')).to.throw(
      /^plan\.json: pools: the plan is for no pool; plan again with the states of all servers of a pool; /,
    );
  });

  it('is refused if no server of its pool has a state', () => {
    const refusal = 'the states contain no server of the pool ';
    expect(() => compared([FIRST], [])).to.throw(`${refusal}${POOL.fqdn}, which the plan is for`);
    expect(() => compared([FIRST], [FIRST], 'other.contoso.com')).to.throw(`${refusal}other.contoso.com`);
  });

  it('is refused if it says nothing about a server that has a state', () => {
    expect(() => compared([FIRST], [FIRST, SECOND])).to.throw(`says nothing about ${SECOND}; plan again`);
    expect(() => compared([], [FIRST])).to.throw(`says nothing about ${FIRST}; plan again`);
  });
});

describe('A comparison with a plan', () => {
  it('names the servers without a state, which are not compared', () => {
    expect(compared([FIRST, SECOND], [FIRST])).to.deep.include({ differences: [], notCompared: [SECOND] });
    expect(compared([FIRST, SECOND], [FIRST, SECOND])).to.deep.include({ differences: [], notCompared: [] });
  });
});
