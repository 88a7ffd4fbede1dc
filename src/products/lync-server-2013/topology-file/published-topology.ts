/** What a topology document says, as far as an environment needs it. Each part knows its place in the file. */

/** A text of the document, and the place of its element. */
export interface NamedPlace {
  readonly text: string;
  readonly line: number;
  readonly column: number;
}

export interface PublishedTopology {
  /** how the document was made */
  readonly form: 'Get-CsTopology -AsXml' | 'Topology Builder';
  /** the default one first */
  readonly sipDomains: readonly NamedPlace[];
  readonly sites: readonly PublishedSite[];
  readonly clusters: readonly PublishedCluster[];
  readonly services: readonly PublishedService[];
}

export interface PublishedSite {
  readonly id: string;
  readonly name: NamedPlace;
  /** city, state and country, as far as the document says them */
  readonly location: Readonly<Partial<Record<'city' | 'state' | 'country', NamedPlace>>>;
}

/** A pool, or a single server. */
export interface PublishedCluster {
  readonly id: string;
  /** the id of its site */
  readonly site: string;
  readonly fqdn: NamedPlace;
  /** in the order of the pool */
  readonly machines: readonly NamedPlace[];
}

export interface PublishedService {
  readonly id: string;
  readonly role: string;
  /** the id of the cluster */
  readonly installedOn: string;
  /** the ids of services */
  readonly dependsOn: readonly string[];
  readonly ports: readonly PublishedPort[];
}

/** A port with a name that was configured for it. */
export interface PublishedPort {
  readonly owner: string;
  readonly side: string;
  readonly fqdn: NamedPlace;
}
