/**
 * The public surface of the package: what other programs may use. `docs/api.md` lists it with its types. Everything
 * else may change without notice. Step definitions for cucumber-js are the other entry, `certificate-rehearsal/steps`.
 */

// Simulation: an environment file describes a deployment, and an operator works on it at a console.

export type { Instant, Source } from './determinism';
export { type Console, consoleOn, logOn, type Move, run, windowOn } from './operator/console';
export { move, walk } from './operator/moves';
export { DEFAULT_ENVIRONMENT } from './package/folder';
export { committedSource } from './package/rehearsal-keys';
export { LYNC_SERVER_2013 } from './products/lync-server-2013/product';
export { offeredProducts, offerProduct } from './products/offered-products';
export { PRODUCTS } from './products/products';
export { Refusal } from './refusal';
export type { Logon } from './windows/program';
export type { Control, Window } from './windows/window';
export { buildDeployment } from './world/build-deployment';
export type { Deployment } from './world/deployment';
export type { Environment } from './world/environment';
export { EnvironmentError } from './world/environment-file/environment-error';
export { readEnvironment } from './world/environment-file/read-environment';
export type { Product } from './world/product';
export { freshSource } from './x509/keys/random-source';

// Products: what a module of the user's is made of that offers another product.

export { submit } from './adcs/submission';
export { DAY } from './determinism';
export { factsOf, labelled } from './fact';
export { GENERAL_PAGES } from './judge/general-codes';
export { typeCommand } from './operator/prompt';
export { refusalsOf, refusalTexts } from './refusal';
export { exportCertificate } from './windows/certificate-export';
export { openCertificateFile, placeCertificates } from './windows/certificate-file';
export { addToStore, removeFromStore } from './windows/certificate-store';
export { button, checkbox, field, list, radio, text, tree } from './windows/controls';
export { deleteFile, fileExists, readFile, writeFile } from './windows/file-system';
export {
  certificateLabel,
  linkedKey,
  type Machine,
  machineOf,
  matchingKey,
  withKey,
  withMachine,
} from './windows/machine';
export { createPendingRequest } from './windows/pending-request';
export {
  closeWindow,
  goBack,
  goTo,
  isOn,
  onPage,
  type Page,
  type Program,
  type Session,
  textOn,
} from './windows/program';
export { accountFor, issuingAuthority, withAuthority } from './world/deployment';
export { type EarlierCertificate, withEarlierCertificate } from './world/earlier-certificate';
export type { EnvironmentPart } from './world/environment-file/environment-part';
export type { CertificateUse } from './world/product';
export { type CertificateRule, type CodePages, pageTexts } from './world/product-findings';
export { assignedEntry, type Pool, poolOf, presentedEntry, type Server, serverOf, withServer } from './world/topology';
export { requestPem } from './x509/certificate-request';
export { commonName, distinguishedName } from './x509/names/distinguished-name';

// Judge: what is wrong with the certificates of a deployment.

export type { Finding } from './judge/finding';
export { judgeDeployment, judgePool, judgeServer, judgeSite } from './judge/judge';

// Inspection: what a certificate file is, which step would refuse it, and what it would break.

export { inspectFile } from './inspection/inspect-file';
export type {
  InspectedCertificate,
  InspectedList,
  InspectedPath,
  InspectedRequest,
  Inspection,
  InspectionFinding,
} from './inspection/inspection';
export type { InspectionOptions } from './inspection/inspection-options';
export type { FileKind } from './inspection/reading/file-content';
export type { NamedBytes } from './inspection/reading/read-file';
export type { TrialSetting } from './inspection/trial/trial-world';

// Readers: certificates, requests, revocation lists and PKCS files, from bytes in DER or PEM.

export { type Certificate, readCertificate } from './x509/certificate';
export { type CertificateRequest, readRequest } from './x509/certificate-request';
export { type ContentKind, contentKind } from './x509/content-kind';
export { type Crl, readCrl } from './x509/crl';
export {
  type FaultyPath,
  type PathCheck,
  type PathVerdict,
  type ValidPath,
  verifyPath,
} from './x509/paths/certification-path';
export { matchesHost } from './x509/paths/host-name';
export { readPkcs7 } from './x509/pkcs7';
export { readPkcs12 } from './x509/pkcs12/pkcs12';
export type { Pkcs12Content } from './x509/pkcs12/pkcs12-content';

// Renderer: the messages of a Cucumber run become the pages of a runbook.

export { known, ledger, templates } from './cli/input/shipped-files';
export { type Recording, recordingOf } from './recording/recording';
export { type Edition, type RunbookTemplates, renderRunbook } from './runbook/pages/render';
export type { Runbook } from './runbook/views/runbook';
export { runbookModel } from './runbook/views/runbook-views';
