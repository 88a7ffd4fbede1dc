import { describe, it } from 'node:test';
import { expect } from 'chai';
import { canBeLinked, poolEntries } from '../../../../src/products/lync-server-2013/continuation/pool-certificates';
import { type Machine, machineOf, withKey } from '../../../../src/windows/machine';
import { firstPool } from '../../../../src/world/deployment';
import { keyInUse } from '../../../judge/changes';
import { linked } from '../../../judge/key-situations';
import { FIRST, inOrderBut, OTHER } from '../../../judge/situation';

const DEPLOYMENT = inOrderBut().deployment();
const POOL = firstPool(DEPLOYMENT);
const MACHINE = machineOf(DEPLOYMENT, FIRST);
const [ENTRY] = poolEntries(MACHINE, POOL);
const THUMBPRINT = ENTRY?.certificate.thumbprint ?? '';
const UNLINKED = linked(MACHINE, null);

/** The machine with the private key of another pool, too. */
function withAnotherKey(machine: Machine): Machine {
  const keyPair = keyInUse(DEPLOYMENT, OTHER);
  const provider = 'Microsoft RSA SChannel Cryptographic Provider';
  const [, next] = withKey(machine, { location: 'LocalMachine', keyPair, exportable: true, provider });
  return next;
}

describe('The entries of a pool in Personal', () => {
  it('are those for its name, in any case', () => {
    const ofBoth = [...MACHINE.stores.LocalMachine.My, ...machineOf(DEPLOYMENT, OTHER).stores.LocalMachine.My];
    const { stores } = MACHINE;
    const both = { ...MACHINE, stores: { ...stores, LocalMachine: { ...stores.LocalMachine, My: ofBoth } } };
    expect(ofBoth.length).to.be.greaterThan(1);
    expect(poolEntries(both, POOL)).to.deep.equal([ENTRY]);
    expect(poolEntries(both, { ...POOL, fqdn: POOL.fqdn.toUpperCase() })).to.deep.equal([ENTRY]);
  });
});

describe('A certificate can be linked to its private key', () => {
  it('if it lost the link, and the key is on the machine, also beside others', () => {
    expect(canBeLinked(UNLINKED, THUMBPRINT)).to.equal(true);
    expect(canBeLinked(withAnotherKey(UNLINKED), THUMBPRINT)).to.equal(true);
  });

  it('and not if it is linked, or is not on the machine', () => {
    expect(canBeLinked(MACHINE, THUMBPRINT)).to.equal(false);
    expect(canBeLinked(UNLINKED, 'F'.repeat(40))).to.equal(false);
  });

  it('and not if the key is missing, is in the profile of a user, or is another one', () => {
    const without = { ...UNLINKED, keys: [] };
    const keys = UNLINKED.keys.map((key) => ({ ...key, location: 'CurrentUser' as const }));
    expect(canBeLinked(without, THUMBPRINT)).to.equal(false);
    expect(canBeLinked({ ...UNLINKED, keys }, THUMBPRINT)).to.equal(false);
    expect(canBeLinked(withAnotherKey(without), THUMBPRINT)).to.equal(false);
  });
});
