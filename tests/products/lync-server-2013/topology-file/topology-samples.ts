import { deflateRawSync, crc32 as sum } from 'node:zlib';

/** Topology documents as the programs write them: made for the tests, with the elements that real ones have. */

const PUBLISHED = 'urn:schema:Microsoft.Rtc.Management.Deploy.Topology.2008';
const ROLES = 'urn:schema:Microsoft.Rtc.Management.Deploy.ServiceRoles.2008';

/** Two sites, three Edge pools; the pool of Dublin has one external address for all services. */
export const TOPOLOGY = `<Topology xmlns="${PUBLISHED}" Signature="bd39024c-6b05-49e9-9388-d45e4f6d5ea5">
  <InternalDomains AllowAllDomains="false" DefaultDomain="fabrikam.com">
    <InternalDomain Name="fabrikam.net" Authoritative="false" AllowSubDomains="false" />
    <InternalDomain Name="fabrikam.com" Authoritative="false" AllowSubDomains="false" />
  </InternalDomains>
  <Sites>
    <CentralSite SiteId="1">
      <Name>München</Name>
      <Location City="Munich" State="Bavaria" CountryCode="DE" />
    </CentralSite>
    <CentralSite SiteId="2">
      <Name>Dublin &amp; Cork</Name>
      <Location />
    </CentralSite>
  </Sites>
  <Clusters>
    <Cluster RequiresReplication="true" RequiresSetup="true" Fqdn="fepool.fabrikam.com">
      <ClusterId SiteId="1" Number="1" />
      <Machine OrdinalInCluster="2" Fqdn="fe02.fabrikam.com" />
      <Machine OrdinalInCluster="1" Fqdn="fe01.fabrikam.com">
        <NetInterface InterfaceSide="Primary" InterfaceNumber="1" IPAddress="0.0.0.0" />
      </Machine>
    </Cluster>
    <Cluster RequiresReplication="true" RequiresSetup="true" Fqdn="edgepool.fabrikam.com">
      <ClusterId SiteId="1" Number="2" />
      <Machine OrdinalInCluster="1" Fqdn="edge01.fabrikam.com">
        <NetInterface InterfaceSide="Internal" InterfaceNumber="1" IPAddress="10.0.0.4" />
        <NetInterface InterfaceSide="External" InterfaceNumber="1" IPAddress="192.0.2.4" ConfiguredIPAddress="203.0.113.4" />
      </Machine>
      <Machine OrdinalInCluster="2" Fqdn="edge02.fabrikam.com" />
    </Cluster>
    <Cluster RequiresReplication="true" RequiresSetup="true" IsSingleMachineOnly="true" Fqdn="dub-edge.fabrikam.com">
      <ClusterId SiteId="2" Number="3" />
      <Machine OrdinalInCluster="1" Fqdn="" />
    </Cluster>
    <Cluster RequiresReplication="true" RequiresSetup="true" IsSingleMachineOnly="true" Fqdn="cork-edge.fabrikam.com">
      <ClusterId SiteId="2" Number="4" />
      <Machine OrdinalInCluster="1" Fqdn="cork-edge.fabrikam.com" />
    </Cluster>
  </Clusters>
  <Services>
    <Service RoleVersion="2" ServiceVersion="6">
      <ServiceId SiteId="1" RoleName="CentralMgmt" Instance="1" />
      <DependsOn />
      <InstalledOn>
        <ClusterId SiteId="1" Number="1" />
      </InstalledOn>
    </Service>
    <Service RoleVersion="2" ServiceVersion="6">
      <ServiceId SiteId="1" RoleName="Registrar" Instance="1" />
      <DependsOn />
      <InstalledOn>
        <ClusterId SiteId="1" Number="1" />
      </InstalledOn>
      <Ports xmlns="${ROLES}">
        <Port Owner="urn:component:Registrar" Usage="SipServer" InterfaceSide="Primary" Port="5061" Protocol="Mtls" />
      </Ports>
    </Service>
    <Service RoleVersion="1" ServiceVersion="6">
      <ServiceId SiteId="1" RoleName="UserStore" Instance="1" />
      <DependsOn />
      <InstalledOn>
        <SqlInstanceId Name="rtc">
          <ClusterId SiteId="1" Number="1" />
        </SqlInstanceId>
      </InstalledOn>
    </Service>
${edgeService(1, 2, { AccessEdge: 'sip.fabrikam.com', DataEdge: 'webconf.fabrikam.com', MediaRelay: 'av.fabrikam.com' })}
${edgeService(2, 3, { AccessEdge: 'dub-sip.fabrikam.com' })}
${edgeService(2, 4, {})}
  </Services>
</Topology>
`;

function edgeService(site: number, cluster: number, names: Readonly<Record<string, string>>): string {
  const ports = Object.entries(names).map(
    ([owner, name]) => `
        <Port Owner="urn:component:${owner}" Usage="External" InterfaceSide="External" Port="443" Protocol="Tcp" ConfiguredFqdn="${name}" />`,
  );
  return `    <Service RoleVersion="1" ServiceVersion="6">
      <ServiceId SiteId="${site}" RoleName="EdgeServer" Instance="${cluster}" />
      <DependsOn>
        <Dependency Usage="Default">
          <ServiceId SiteId="1" RoleName="Registrar" Instance="1" />
        </Dependency>
      </DependsOn>
      <InstalledOn>
        <ClusterId SiteId="${site}" Number="${cluster}" />
      </InstalledOn>
      <Ports xmlns="${ROLES}">${ports.join('')}
        <Port Owner="urn:component:AccessEdge" Usage="SipServer" InterfaceSide="Internal" Port="5061" Protocol="Mtls" />
      </Ports>
    </Service>`;
}

/** A Standard Edition server and one Edge Server, in a file of Topology Builder. */
export const BUILDER = `<?xml version="1.0" encoding="utf-8"?>
<TopologyBuilder xmlns="urn:schema:Microsoft.Rtc.Management.Deploy.TopologyBuilder.2008">
  <NewTopology>
    <PartialTopology xmlns="urn:schema:Microsoft.Rtc.Management.Deploy.WritableTopology.2008" xmlns:t="${PUBLISHED}">
      <t:InternalDomains DefaultDomain="tailspin.example">
        <t:InternalDomain Name="tailspin.example" />
      </t:InternalDomains>
      <CentralSites>
        <CentralSite SiteId="1">
          <t:Name>Oslo</t:Name>
          <t:Location />
          <Clusters>
            <Cluster UniqueId="{0F0D2C6A-0000-4000-8000-000000000001}" Fqdn="se01.tailspin.example" IsSingleMachineOnly="true">
              <Machines><Machine UniqueId="{0F0D2C6A-0000-4000-8000-000000000011}" Fqdn="" /></Machines>
            </Cluster>
            <Cluster UniqueId="{0F0D2C6A-0000-4000-8000-000000000002}" Fqdn="edge.tailspin.example" IsSingleMachineOnly="true">
              <Machines><Machine UniqueId="{0F0D2C6A-0000-4000-8000-000000000012}" /></Machines>
            </Cluster>
          </Clusters>
        </CentralSite>
      </CentralSites>
      <Services>
        <Service UniqueId="{0F0D2C6A-0000-4000-8000-000000000021}" RoleName="UserServices" InstalledOn="{0f0d2c6a-0000-4000-8000-000000000001}" />
        <Service UniqueId="{0F0D2C6A-0000-4000-8000-000000000022}" RoleName="EdgeServer" InstalledOn="{0f0d2c6a-0000-4000-8000-000000000002}">
          <DependsOn><Dependency ServiceUniqueId="{0F0D2C6A-0000-4000-8000-000000000021}" /></DependsOn>
          <Ports>
            <Port Owner="urn:component:AccessEdge" InterfaceSide="External" ConfiguredFqdn="edge-ext.tailspin.example" />
          </Ports>
        </Service>
      </Services>
    </PartialTopology>
  </NewTopology>
</TopologyBuilder>
`;

/** The document in the .zip file of Export-CsConfiguration: the topology is one of several items. */
export const DOCUMENT_SET = `<?xml version="1.0" encoding="utf-8"?>
<DocItemSet xmlns="urn:schema:Microsoft.Rtc.Management.Xds.AppLayer.2008">
  <DocItem Name="urn:xds:Microsoft.Rtc.Management.Settings.Trunk.2008"><Data><Trunk /></Data></DocItem>
  <DocItem Name="urn:xds:Microsoft.Rtc.Management.Deploy.Topology.2008.host.default">
    <Data>${TOPOLOGY}</Data>
  </DocItem>
</DocItemSet>
`;

/** How a text is saved: `>` of Windows PowerShell writes UTF-16LE with a byte order mark. */
export const ENCODINGS: Readonly<Record<string, (text: string) => Buffer>> = {
  'UTF-8': (text) => Buffer.from(text),
  'UTF-8 with a byte order mark': (text) => Buffer.from(`\ufeff${text}`),
  'UTF-16LE': (text) => Buffer.from(`\ufeff${text}`, 'utf16le'),
  'UTF-16BE': (text) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
};

/** An entry of a .zip file; `size` and `checksum` are what its headers state. */
export interface ZipEntry {
  readonly name: string;
  readonly content: Uint8Array;
  readonly size?: number;
  readonly checksum?: number;
}

/** A .zip file with these entries, compressed (APPNOTE.TXT 6.3.10, §4.3). */
export function zipOf(...entries: readonly ZipEntry[]): Buffer {
  const locals: Buffer[] = [];
  const centrals = entries.map(({ name, content, size = content.length, checksum = sum(content) }) => {
    const packed = deflateRawSync(content);
    const file = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(checksum >>> 0, 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(size, 18);
    common.writeUInt16LE(file.length, 22);
    const offset = Buffer.alloc(4);
    offset.writeUInt32LE(Buffer.concat(locals).length);
    locals.push(Buffer.concat([Buffer.from('PK\x03\x04'), common, file, packed]));
    return Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), common, Buffer.alloc(10), offset, file]);
  });
  const [data, directory] = [Buffer.concat(locals), Buffer.concat(centrals)];
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(data.length, 12);
  return Buffer.concat([data, directory, Buffer.from('PK\x05\x06'), end]);
}
