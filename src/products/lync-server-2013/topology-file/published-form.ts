import { childrenOf, elementsAt } from '../../../xml/find-elements';
import type { XmlElement } from '../../../xml/parse-xml';
import type { NamedPlace, PublishedCluster, PublishedService, PublishedTopology } from './published-topology';
import { optional, portsOf, required, sipDomainsIn, siteOf } from './topology-elements';

/** Reads the element `Topology` of `Get-CsTopology -AsXml` and `Export-CsConfiguration`. */
export function readPublishedForm(topology: XmlElement, file: string): PublishedTopology {
  return {
    form: 'Get-CsTopology -AsXml',
    sipDomains: sipDomainsIn(topology, file),
    sites: elementsAt(topology, 'Sites', 'CentralSite').map((site) => siteOf(site, file)),
    clusters: elementsAt(topology, 'Clusters', 'Cluster').map((cluster) => clusterOf(cluster, file)),
    services: elementsAt(topology, 'Services', 'Service').flatMap((service) => serviceOf(service, file)),
  };
}

function clusterOf(element: XmlElement, file: string): PublishedCluster {
  const [id] = childrenOf(element, 'ClusterId');
  const site = id ? required(id, 'SiteId', file) : required(element, 'ClusterId', file);
  const fqdn = required(element, 'Fqdn', file);
  const machines = childrenOf(element, 'Machine').map((machine) => ({
    ordinal: Number(machine.attributes.get('OrdinalInCluster') ?? 0) || 0,
    name: nameOf(machine, fqdn),
  }));
  const ordered = machines.sort((one, other) => one.ordinal - other.ordinal).map(({ name }) => name);
  return { id: id ? clusterKey(id) : '', site: site.text, fqdn, machines: ordered };
}

/** A machine without a name has that of its cluster. */
function nameOf(machine: XmlElement, cluster: NamedPlace): NamedPlace {
  return optional(machine, 'Fqdn') ?? { text: cluster.text, line: machine.line, column: machine.column };
}

function serviceOf(element: XmlElement, file: string): readonly PublishedService[] {
  const [id] = childrenOf(element, 'ServiceId');
  const [installed] = elementsAt(element, 'InstalledOn', 'ClusterId');
  if (!id || !installed) return [];
  return [
    {
      id: serviceKey(id),
      role: required(id, 'RoleName', file).text,
      installedOn: clusterKey(installed),
      dependsOn: elementsAt(element, 'DependsOn', 'Dependency', 'ServiceId').map(serviceKey),
      ports: portsOf(element),
    },
  ];
}

function clusterKey({ attributes }: XmlElement): string {
  return `${attributes.get('SiteId')}:${attributes.get('Number')}`;
}

function serviceKey({ attributes }: XmlElement): string {
  return `${attributes.get('SiteId')}-${attributes.get('RoleName')}-${attributes.get('Instance')}`;
}
