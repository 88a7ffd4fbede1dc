import { describe, it } from 'node:test';
import { expect } from 'chai';
import { InputError } from '../../../../src/input-error';
import { lyncEnvironment } from '../../../../src/products/lync-server-2013/environment';
import { readTopologyFile } from '../../../../src/products/lync-server-2013/topology-file/read-topology-file';
import { draftOfTopology } from '../../../../src/products/lync-server-2013/topology-file/topology-draft';
import { PRODUCTS } from '../../../../src/products/products';
import { writeDraft } from '../../../../src/world/environment-file/environment-draft';
import { readEnvironment } from '../../../../src/world/environment-file/read-environment';
import { fc } from '../../../support/properties';
import { BUILDER, DOCUMENT_SET, TOPOLOGY } from './topology-samples';

function written(text: string): string {
  return writeDraft(draftOfTopology(readTopologyFile(text, 't.xml'), 't.xml'), ' heading');
}

function environmentIn(text: string) {
  return lyncEnvironment(readEnvironment(written(text), 't.yaml', PRODUCTS));
}

describe('The output of Get-CsTopology -AsXml', () => {
  const environment = environmentIn(TOPOLOGY);

  it('gives the sites and the Edge pools with their servers in the order of the pool', () => {
    const pools = environment.sites.flatMap(({ name, pools: within }) =>
      within.map((pool) => ({ site: name, ...pool })),
    );
    expect(pools.map(({ site, fqdn, loadBalancer }) => [site, fqdn, loadBalancer])).to.deep.equal([
      ['München', 'edgepool.fabrikam.com', 'dns'],
      ['Dublin & Cork', 'dub-edge.fabrikam.com', 'none'],
      ['Dublin & Cork', 'cork-edge.fabrikam.com', 'none'],
    ]);
    const servers = pools.map((pool) => pool.servers.map(({ fqdn }) => fqdn));
    expect(servers).to.deep.equal([
      ['edge01.fabrikam.com', 'edge02.fabrikam.com'],
      ['dub-edge.fabrikam.com'],
      ['cork-edge.fabrikam.com'],
    ]);
  });

  it('gives separate external names, one shared name, or none', () => {
    const pools = environment.sites.flatMap(({ pools: within }) => within);
    expect(pools.map((pool) => ('externalNames' in pool ? pool.externalNames : null))).to.deep.equal([
      { accessEdge: 'sip.fabrikam.com', webConferencing: 'webconf.fabrikam.com', av: 'av.fabrikam.com' },
      { accessEdge: 'dub-sip.fabrikam.com', webConferencing: 'dub-sip.fabrikam.com', av: 'dub-sip.fabrikam.com' },
      null,
    ]);
  });

  it('gives the SIP domains with the default one first, the Front End pool and its first server', () => {
    expect(environment.sites[0]?.pools[0])
      .to.have.property('sipDomains')
      .that.deep.equals(['fabrikam.com', 'fabrikam.net']);
    expect([environment.frontEndPool, environment.internalServer.fqdn]).to.deep.equal([
      'fepool.fabrikam.com',
      'fe01.fabrikam.com',
    ]);
    expect(environment.organization).to.include({ city: 'Munich', state: 'Bavaria', country: 'DE' });
  });

  it('gives the place of each value that was read, and the reason of each that is assumed', () => {
    const text = written(TOPOLOGY);
    expect(text).to.contain('fqdn: edgepool.fabrikam.com # read: t.xml:24:5\n');
    expect(text).to.contain('windows: 2012 R2 # assumed: a topology does not contain the version of Windows\n');
    expect(text).to.contain(
      'frontEndPool: fepool.fabrikam.com # read: t.xml:17:5, the next hop of the first Edge pool\n',
    );
    expect(text.split('\n')[0]).to.equal('# heading');
  });
});

describe('Other forms of a topology', () => {
  it('in a file of Topology Builder give the same, and a Standard Edition server has the name of its pool', () => {
    const environment = environmentIn(BUILDER);
    const [pool] = environment.sites.flatMap(({ pools }) => pools);
    expect(pool?.servers.map(({ fqdn }) => fqdn)).to.deep.equal(['edge.tailspin.example']);
    expect([environment.frontEndPool, environment.internalServer.fqdn]).to.deep.equal([
      'se01.tailspin.example',
      'se01.tailspin.example',
    ]);
    expect(environment.sites[0]?.name).to.equal('Oslo');
  });

  it('within the document of Export-CsConfiguration give the same values', () => {
    expect(environmentIn(DOCUMENT_SET)).to.deep.equal(environmentIn(TOPOLOGY));
  });
});

describe('A topology that cannot be used', () => {
  for (const [name, text, said] of [
    ['another document', '<Objects/>', /^t\.xml:1:1: found <Objects> without a topology, accepted: the output of /],
    ['no Edge pool', TOPOLOGY.replaceAll('"EdgeServer"', '"Director"'), /^t\.xml: the topology has no Edge pool; /],
    [
      'a pool without a server',
      TOPOLOGY.replace('      <Machine OrdinalInCluster="1" Fqdn="" />\n', ''),
      /^t\.xml:32:5: the Edge pool dub-edge\.fabrikam\.com has no server/,
    ],
    [
      'no Front End pool',
      TOPOLOGY.replaceAll('"Registrar"', '"Director"'),
      /^t\.xml: the topology has no Front End pool/,
    ],
    [
      'a cluster without a name',
      TOPOLOGY.replace(' Fqdn="edgepool.fabrikam.com"', ''),
      /^t\.xml:24:5: found <Cluster> without Fqdn, accepted: Fqdn="…"/,
    ],
  ] as const) {
    it(`is refused: ${name}`, () => {
      expect(() => written(text)).to.throw(InputError, said);
    });
  }

  it('never ends in another error, however the file is damaged', () => {
    const outcomes = { read: 0, refused: 0 };
    fc.assert(
      fc.property(fc.constantFrom(TOPOLOGY, BUILDER, DOCUMENT_SET), mutations, (text, changes) => {
        try {
          written(changes.reduce(mutated, text));
          outcomes.read += 1;
        } catch (error) {
          expect(error).to.be.instanceOf(InputError);
          outcomes.refused += 1;
        }
      }),
      { numRuns: 1000 },
    );
    expect(outcomes.read, 'read').to.be.greaterThan(20);
    expect(outcomes.refused, 'refused').to.be.greaterThan(200);
  });
});

interface Mutation {
  readonly at: number;
  readonly remove: number;
  readonly insert: string;
}

const mutations = fc.array(
  fc.record<Mutation>({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    remove: fc.constantFrom(0, 0, 1, 30),
    insert: fc.oneof(
      fc.string({ maxLength: 8 }),
      fc.stringMatching(/^[a-z ]{0,3}$/),
      fc.constantFrom('<', '>', '"', '&', '</Cluster>', '<Machine/>', '\u0000'),
    ),
  }),
  { minLength: 1, maxLength: 3 },
);

function mutated(text: string, { at, remove, insert }: Mutation): string {
  const start = Math.floor(at * text.length);
  return text.slice(0, start) + insert + text.slice(start + remove);
}
