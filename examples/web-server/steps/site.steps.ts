import { Then } from '@cucumber/cucumber';
import { expect } from 'chai';
import { presentedEntry, serverOf } from '../../../src/world/topology';
import { commonName } from '../../../src/x509/names/distinguished-name';
import { offerProduct } from '../../../steps/support/products';
import type { RehearsalWorld } from '../../../steps/support/world';
import { WEB_SERVER } from '../product/product';

offerProduct(WEB_SERVER);

Then(
  'the site on {server} presents a certificate for {string} issued by {string}',
  function (this: RehearsalWorld, on: string, name: string, issuer: string) {
    const entry = presentedEntry(this.deployment, serverOf(this.deployment, on), 'https');
    expect(commonName(entry?.certificate.subject ?? [])).to.equal(this.text(name));
    expect(commonName(entry?.certificate.issuer ?? [])).to.equal(this.text(issuer));
  },
);
