import { describe, it } from 'node:test';
import { expect } from 'chai';
import { readExport } from '../../src/pool-state/exports/read-export';
import type { StateEntry } from '../../src/pool-state/server-state';

/** Texts as administrators paste them: samples of our own, in the form that Windows prints. */

const ENGLISH = `My "Personal"
================ Certificate 0 ================
Serial Number: 6100000002a1
Issuer: CN=Contoso Issuing CA, DC=contoso, DC=com
 NotBefore: 11/7/2013 9:05 AM
 NotAfter: 11/17/2015 9:05 PM
Subject: CN=edgepool.contoso.com, O="Contoso, Ltd."
Non-root Certificate
Template: WebServer
Cert Hash(sha1): 11 22 33 44 55 66 77 88 99 00 aa bb cc dd ee ff 11 22 33 44
  Key Container = 5d1f0a
  Simple container name: le-WebServer
  Provider = Microsoft RSA SChannel Cryptographic Provider
Private key is NOT exportable
Encryption test passed

================ Certificate 1 ================
Serial Number: 02
Issuer: CN=self
 NotBefore: 11/7/2013 9:05 AM
 NotAfter: 11/7/2023 9:05 AM
Subject: CN=self
Signature matches Public Key
Root Certificate: Subject matches Issuer
Cert Hash(sha1): 1122334455667788990011223344556677889900
No key provider information
CertUtil: -store command completed successfully.
`;

const CHINESE = `CA "中繼憑證授權單位"
================ 憑證 0 ================
序號: 6100000002a1
簽發者: CN=Contoso Root CA, DC=contoso, DC=com
 NotBefore: 2013/11/7 下午 03:05
 NotAfter: 2018/11/7 上午 12:05
主體: CN=Contoso Issuing CA, DC=contoso, DC=com
不是根憑證
Cert 雜湊(sha1): 112233445566778899001122334455667788aabb
CertUtil: -store 命令成功完成。
`;

const ASSIGNMENTS = `
Issuer             : CN=Contoso Issuing CA, DC=contoso,
                     DC=com
NotAfter           : 17/11/2015 21:05:00
NotBefore          : 07/11/2013 09:05:00
SerialNumber       : 6100000002A1
Subject            : CN=edgepool.contoso.com
AlternativeNames   : {edgepool.contoso.com, sip.contoso.com}
Thumbprint         : 11223344556677889900AABBCCDDEEFF11223344
Use                : Internal

Issuer             : CN=Public CA
NotAfter           : 17/11/2015 21:05:00
NotBefore          : 07/11/2013 09:05:00
SerialNumber       : 6100000002A2
Subject            : CN=sip.contoso.com
AlternativeNames   : {a.contoso.com, b.contoso.com, c.contoso.com, d.contoso.com...}
Thumbprint         : 11223344556677889900AABBCCDDEEFF11223345
Use                : AccessEdgeExternal
`;

function read(text: string | Uint8Array, file = 'edge.txt') {
  return readExport({ name: file, bytes: typeof text === 'string' ? Buffer.from(text) : text });
}

function first(text: string | Uint8Array) {
  const [one] = read(text);
  if (!one) throw new Error('nothing was read');
  return one;
}

function described(entry: StateEntry | undefined) {
  if (!entry?.described) throw new Error('no description');
  return entry.described;
}

describe('A listing of certutil', () => {
  it('gives the certificates of a store with their keys', () => {
    const [store] = first(ENGLISH).stores;
    expect([store?.location, store?.store, store?.isComplete]).to.deep.equal(['LocalMachine', 'My', true]);
    const [certificate, root] = store?.certificates ?? [];
    expect(described(certificate)).to.include({
      thumbprint: '11223344556677889900AABBCCDDEEFF11223344',
      serialNumber: '6100000002a1',
      subject: 'CN=edgepool.contoso.com, O="Contoso, Ltd."',
      issuer: 'CN=Contoso Issuing CA, DC=contoso, DC=com',
      notBefore: '2013-11-07T09:05:00.000Z',
      notAfter: '2015-11-17T21:05:00.000Z',
      isRoot: false,
      names: null,
      hasExtensions: false,
    });
    expect(certificate?.key).to.deep.equal({
      container: '5d1f0a',
      kept: 'computer',
      matches: true,
      provider: 'Microsoft RSA SChannel Cryptographic Provider',
      exportable: false,
      readers: null,
    });
    expect([described(root).isRoot, root?.key]).to.deep.equal([true, null]);
  });

  it('is read in Chinese, in UTF-8, in UTF-16 of PowerShell and in Big5 of the Command Prompt', () => {
    const big5 = Buffer.from(BIG5, 'base64');
    const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(CHINESE, 'utf16le')]);
    for (const bytes of [Buffer.from(CHINESE), Buffer.from(`\ufeff${CHINESE}`), wide, big5]) {
      const [store] = first(bytes).stores;
      expect([store?.store, store?.isComplete]).to.deep.equal(['CA', true]);
      expect(described(store?.certificates[0])).to.include({
        thumbprint: '112233445566778899001122334455667788AABB',
        subject: 'CN=Contoso Issuing CA, DC=contoso, DC=com',
        notBefore: '2013-11-07T15:05:00.000Z',
        notAfter: '2018-11-07T00:05:00.000Z',
        isRoot: false,
      });
    }
  });

  it('may be of several stores, and of a user if the command says so', () => {
    const { stores } = first(`${ENGLISH}\r\n${CHINESE}\r\nC:\\>certutil -user -store My\r\n${ENGLISH}`);
    expect(stores.map(({ location, store }) => `${location} ${store}`)).to.deep.equal([
      'LocalMachine My',
      'LocalMachine CA',
      'CurrentUser My',
    ]);
  });

  it('is not complete without its end, without its beginning, or of one certificate', () => {
    const isComplete = (text: string) => first(text).stores[0]?.isComplete;
    expect(isComplete(ENGLISH.replace(/CertUtil: .*/, ''))).to.equal(false);
    expect(isComplete(ENGLISH.replace('Certificate 0 =', 'Certificate 1 ='))).to.equal(false);
    expect(isComplete(`C:\\>certutil -store My 6100000002a1\n${ENGLISH}`)).to.equal(false);
    expect(isComplete(`C:\\>certutil -store My > c:\\my.txt\n${ENGLISH}`)).to.equal(true);
    expect(isComplete(`PS C:\\> certutil.exe -v -store My\n${ENGLISH}`)).to.equal(true);
  });

  it('without the name of its store is of certificates in unknown stores', () => {
    const { stores, others } = first(ENGLISH.replace('My "Personal"\n', ''));
    expect([stores.length, others.length]).to.deep.equal([0, 2]);
  });

  it('says which server it is of, if the name was printed too', () => {
    expect(first(`COMPUTERNAME=EDGE01\n${ENGLISH}`).server).to.equal('EDGE01');
    expect(first(`C:\\>hostname\r\nedge02\r\n\r\nC:\\>certutil -store My\r\n${ENGLISH}`).server).to.equal('edge02');
    expect(first(ENGLISH).server).to.equal(null);
  });

  it('leaves open what its dates mean if no day is after the 12th', () => {
    const text = ENGLISH.replace('11/17/2015', '11/7/2015');
    const dates = first(text).stores[0]?.certificates.map((one) => described(one).notAfter);
    expect(dates).to.deep.equal([null, null]);
  });

  it('tells a missing key, another key, and one that was not opened', () => {
    const keyWith = (line: string) =>
      first(ENGLISH.replace('Encryption test passed', line)).stores[0]?.certificates[0]?.key;
    expect(keyWith('Missing stored keyset')).to.include({ kept: 'nowhere', matches: null });
    expect(keyWith('ERROR: Certificate public key does NOT match stored keyset')).to.include({
      kept: 'computer',
      matches: false,
    });
    expect(keyWith('Access is denied. 0x80070005')).to.include({ kept: 'unknown', matches: null });
  });
});

describe('The output of Get-CsCertificate', () => {
  it('gives the assigned certificate of each use', () => {
    const assigned = first(ASSIGNMENTS).assigned ?? [];
    expect(assigned.map(({ use }) => use)).to.deep.equal(['Internal', 'AccessEdgeExternal']);
    expect(assigned[0]?.description).to.include({
      thumbprint: '11223344556677889900AABBCCDDEEFF11223344',
      issuer: 'CN=Contoso Issuing CA, DC=contoso, DC=com',
      notAfter: '2015-11-17T21:05:00.000Z',
    });
    expect(assigned[0]?.description.names).to.deep.equal(['edgepool.contoso.com', 'sip.contoso.com']);
    expect(assigned[1]?.description.names).to.equal(null);
  });

  it('is read as JSON, of Windows PowerShell and of later versions', () => {
    const object = { Thumbprint: 'a'.repeat(40), Use: 'Internal', NotAfter: '/Date(1447794300000)/', Subject: 'CN=a' };
    const later = { ...object, NotAfter: '2015-11-17T21:05:00+00:00', AlternativeNames: ['a.contoso.com'] };
    for (const json of [JSON.stringify(object), JSON.stringify([later])]) {
      const [one] = first(json).assigned ?? [];
      expect(one?.description).to.include({ thumbprint: 'A'.repeat(40), notAfter: '2015-11-17T21:05:00.000Z' });
    }
  });

  it('of several servers gives one export for each', () => {
    const remote = ASSIGNMENTS.replace('Use                : Internal', '$&\nPSComputerName     : edge01').replace(
      'Use                : AccessEdgeExternal',
      '$&\nPSComputerName     : edge02',
    );
    expect(read(remote).map(({ server, assigned }) => [server, assigned?.length])).to.deep.equal([
      ['edge01', 1],
      ['edge02', 1],
    ]);
  });

  it('is nothing assigned if the command printed nothing', () => {
    expect(first('PS C:\\> Get-CsCertificate | fl\r\nPS C:\\>').assigned).to.deep.equal([]);
  });

  it('is refused with the way out if JSON has no names of uses', () => {
    const json = JSON.stringify({ Thumbprint: 'A'.repeat(40), Use: 4 });
    expect(() => read(json)).to.throw(/^edge\.txt: Use is the number 4, .*Get-CsCertificate \| Format-List$/);
    expect(() => read(ASSIGNMENTS.replace('11223344556677889900AABBCCDDEEFF11223344', '1122'))).to.throw(
      /Thumbprint "1122".*has not 40 digits/,
    );
  });
});

describe('The replication status', () => {
  it('names the servers and whether they are up to date', () => {
    const text = `
UpToDate           : False
ReplicaFqdn        : edge01.contoso.com
LastStatusReport   : 11/7/2013 9:05:00 AM
LastUpdateCreation : 11/7/2013 9:00:00 AM
ProductVersion     : 5.0.8308.0
`;
    expect(first(text).replication).to.deep.equal([
      { replica: 'edge01.contoso.com', upToDate: false, lastStatusReport: '11/7/2013 9:05:00 AM' },
    ]);
    expect(() => read(text.replace('False', 'maybe'))).to.throw(/UpToDate of edge01\.contoso\.com is "maybe"/);
  });
});

describe('A file that says nothing about a server', () => {
  it('is refused with what it is and what to give', () => {
    for (const [text, pattern] of [
      ['hello', /^edge\.txt: this file does not say the state of a server; give /],
      ['', /^edge\.txt: this file does not say/],
      ['[NewRequest]\nSubject="CN=a"', /a policy file of certreq does not say/],
      ['[1, 2]', /^edge\.txt: /],
      ['{"a":', /this is not JSON/],
    ] as const) {
      expect(() => read(text)).to.throw(pattern);
    }
  });
});

/** The Chinese listing as a server in Chinese writes it, made with iconv. */
const BIG5 =
  'Q0EgIqSkxH6+zMPSscLFdrPmpuwiCj09PT09PT09PT09PT09PT0gvszD0iAwID09PT09PT09PT09PT09PT0Kp8e4uTogNjEwMDAwMDAwMmExCsOxtW+qzDogQ049Q29udG9zbyBSb290IENBLCBEQz1jb250b3NvLCBEQz1jb20KIE5vdEJlZm9yZTogMjAxMy8xMS83IKRVpMggMDM6MDUKIE5vdEFmdGVyOiAyMDE4LzExLzcgpFekyCAxMjowNQqlRMXpOiBDTj1Db250b3NvIElzc3VpbmcgQ0EsIERDPWNvbnRvc28sIERDPWNvbQqko6xPrtq+zMPSCkNlcnQgwvi06ihzaGExKTogMTEyMjMzNDQ1NTY2Nzc4ODk5MDAxMTIyMzM0NDU1NjY3Nzg4YWFiYgpDZXJ0VXRpbDogLXN0b3JlIKlSpU+mqKVcp7mmqKFDCg==';
