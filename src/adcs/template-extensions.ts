import { sha256 } from '../x509/digest';
import type { ExtensionContent } from '../x509/extension-content';
import type { CertificateTemplate } from './template';

/** The arc in which Active Directory numbers its templates; the numbers of the forest and of the template follow. */
const TEMPLATES = '1.3.6.1.4.1.311.21.8';

/** The version of a template that was duplicated and never changed. */
const FIRST_VERSION = { major: 100, minor: 2 };

/**
 * How a certificate names its template ([MS-CRTD] §2.4). A template of version 1 has its name. A later one has its object
 * identifier with major and minor version, and its purposes once more as application policies.
 */
export function templateExtensions(
  template: CertificateTemplate,
): Pick<ExtensionContent, 'templateName' | 'templateVersion' | 'applicationPolicies'> {
  if (template.version === 1) return { templateName: template.name };
  return {
    templateName: templateOid(template.name),
    templateVersion: FIRST_VERSION,
    applicationPolicies: template.extendedKeyUsage,
  };
}

/** The object identifier of a template. It depends on the name only, so that each run gives the same one. */
export function templateOid(name: string): string {
  const digits = sha256(Buffer.from(name.toLowerCase()));
  const numbers = [0, 6, 12, 18, 24, 30].map((start) => Number.parseInt(digits.slice(start, start + 6), 16));
  return [TEMPLATES, ...numbers].join('.');
}
