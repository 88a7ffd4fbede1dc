import { elementsAt, elementsIn } from '../../../xml/find-elements';
import type { XmlElement } from '../../../xml/parse-xml';
import type { PublishedCluster, PublishedService, PublishedTopology } from './published-topology';
import { optional, portsOf, required, sipDomainsIn, siteOf } from './topology-elements';

/** Reads the element `PartialTopology` of a file of Topology Builder (`.tbxml`). */
export function readBuilderForm(topology: XmlElement, file: string): PublishedTopology {
  const sites = elementsAt(topology, 'CentralSites', 'CentralSite');
  return {
    form: 'Topology Builder',
    sipDomains: sipDomainsIn(topology, file),
    sites: sites.map((site) => siteOf(site, file)),
    clusters: sites.flatMap((site) => {
      const { text } = required(site, 'SiteId', file);
      return elementsAt(site, 'Clusters', 'Cluster').map((cluster) => clusterOf(cluster, text, file));
    }),
    services: elementsAt(topology, 'Services', 'Service').flatMap(serviceOf),
  };
}

function clusterOf(element: XmlElement, site: string, file: string): PublishedCluster {
  const fqdn = required(element, 'Fqdn', file);
  const machines = elementsAt(element, 'Machines', 'Machine').map(
    (machine) => optional(machine, 'Fqdn') ?? { text: fqdn.text, line: machine.line, column: machine.column },
  );
  return { id: key(required(element, 'UniqueId', file).text), site, fqdn, machines };
}

/** A service without a role or a cluster is nothing that an environment needs. */
function serviceOf(element: XmlElement): readonly PublishedService[] {
  const [id, role, installed] = ['UniqueId', 'RoleName', 'InstalledOn'].map((name) => optional(element, name));
  if (!role || !installed) return [];
  const dependencies = elementsAt(element, 'DependsOn').flatMap((one) => [...elementsIn(one)]);
  return [
    {
      id: key(id?.text ?? ''),
      role: role.text,
      installedOn: key(installed.text),
      dependsOn: dependencies.flatMap(({ attributes }) => [...attributes.values()].map(key)),
      ports: portsOf(element),
    },
  ];
}

/** GUIDs are equal in any case. */
function key(text: string): string {
  return text.toLowerCase();
}
