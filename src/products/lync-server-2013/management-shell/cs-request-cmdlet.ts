import type { KeyBits } from '../../../determinism';
import { operatorRefusal } from '../../../operator/operator-refusals';
import type { Bound, Cmdlet, CmdletCall, CmdletResult, Parameter } from '../../../operator/powershell/cmdlet';
import { lyncRefusal } from '../lync-refusals';
import { requestCertificate } from '../request-certificate';
import { withLog } from './command-log';
import { FORCE, REPORT, reportIn, TYPE, usesIn } from './cs-parameters';

const NEW = ['ByNew'];
const text = (name: string): Parameter => ({ name, type: 'String', sets: NEW });

/** Request-CsCertificate: a new request as a file; its online requests are known and not simulated. */
export const REQUEST_CMDLET: Cmdlet = {
  name: 'Request-CsCertificate',
  source: 'Microsoft: Request-CsCertificate',
  asks: true,
  parameters: [
    { name: 'New', type: 'SwitchParameter', mandatory: true, sets: NEW },
    { name: 'List', type: 'SwitchParameter', mandatory: true, sets: ['ByList'] },
    { name: 'Retrieve', type: 'SwitchParameter', mandatory: true, sets: ['ByRetrieve'] },
    { name: 'Clear', type: 'SwitchParameter', mandatory: true, sets: ['ByClear'] },
    { name: 'RequestId', type: 'Int32', sets: ['ByList', 'ByRetrieve', 'ByClear'] },
    { ...TYPE, mandatory: true, sets: NEW },
    text('CA'),
    { ...text('CaAccount'), simulated: false },
    { ...text('CaPassword'), simulated: false },
    text('City'),
    { name: 'ClientEKU', type: 'Boolean', sets: NEW },
    text('ComputerFqdn'),
    text('Country'),
    text('DomainName'),
    text('FriendlyName'),
    { ...text('GlobalCatalog'), simulated: false },
    { ...text('GlobalSettingsDomainController'), simulated: false },
    { ...text('KeyAlg'), values: ['RSA', 'ECDH_P256', 'ECDH_P384', 'ECDH_P521'] },
    { name: 'KeySize', type: 'Int32', values: ['1024', '2048', '4096'], sets: NEW },
    text('Organization'),
    text('OU'),
    text('Output'),
    { name: 'PrivateKeyExportable', type: 'Boolean', sets: NEW },
    text('State'),
    text('Template'),
    { name: 'AllSipDomain', type: 'SwitchParameter', sets: NEW },
    FORCE,
    REPORT,
  ],
  run: (call) => (call.bound.set === 'ByNew' ? requested(call) : online(call)),
};

function requested({ deployment, logon, bound }: CmdletCall): CmdletResult {
  const keyAlgorithm = bound.text('KeyAlg') || 'RSA';
  if (keyAlgorithm !== 'RSA')
    throw operatorRefusal('parameter-not-simulated', logon.on, {
      cmdlet: REQUEST_CMDLET.name,
      parameter: `KeyAlg ${keyAlgorithm}`,
    });
  if (bound.has('CA')) throw refusedOnline({ deployment, logon, bound });
  if (!bound.has('Output')) throw lyncRefusal('nothing-to-request', logon.on);
  const uses = usesIn(bound, logon);
  const template = bound.text('Template');
  const next = requestCertificate(deployment, logon, {
    uses,
    computerFqdn: bound.text('ComputerFqdn') || logon.on,
    output: bound.text('Output'),
    friendlyName: bound.text('FriendlyName') || uses.join(', '),
    keySize: keySizeIn(bound),
    exportable: bound.flag('PrivateKeyExportable'),
    organization: bound.text('Organization'),
    unit: bound.text('OU'),
    country: bound.text('Country'),
    state: bound.text('State'),
    city: bound.text('City'),
    domainNames: bound
      .text('DomainName')
      .split(',')
      .map((name) => name.trim())
      .filter(Boolean),
    ...(bound.flag('ClientEKU') ? { clientEku: true } : {}),
    ...(bound.flag('AllSipDomain') ? { allSipDomains: true } : {}),
    ...(template ? { template } : {}),
    ...reportIn(bound),
  });
  return withLog(next, logon);
}

function keySizeIn(bound: Bound): KeyBits {
  const size = bound.text('KeySize');
  return size === '1024' ? 1024 : size === '4096' ? 4096 : 2048;
}

/** From the perimeter network no authority answers; inside, an online request is not simulated. */
function refusedOnline({ deployment, logon }: CmdletCall) {
  if (deployment.machines.get(logon.on)?.membership.kind === 'workgroup')
    return lyncRefusal('authority-unreachable.perimeter', logon.on);
  return operatorRefusal('parameter-not-simulated', logon.on, { cmdlet: REQUEST_CMDLET.name, parameter: 'CA' });
}

/** -List, -Retrieve and -Clear concern the online requests of this cmdlet. The simulation has no online requests. */
function online({ deployment, logon, bound }: CmdletCall): CmdletResult {
  if (!bound.has('RequestId')) return { deployment };
  throw lyncRefusal('no-such-online-request', logon.on, { id: bound.text('RequestId') });
}
