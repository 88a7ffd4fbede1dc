import { createHash } from 'node:crypto';
import type { ExtensionContent } from '../x509/extensions';
import type { CertificateTemplate } from './template';

/** The arc in which Active Directory numbers its templates; the numbers of the forest and of the template follow. */
const TEMPLATES = '1.3.6.1.4.1.311.21.8';

/** The version of a template that was duplicated and never changed. */
const FIRST_VERSION = { major: 100, minor: 2 };

/**
 * How a certificate names its template ([MS-CRTD] §2.4): one of version 1 by its name, a later one by its object
 * identifier with major and minor version, and with its purposes repeated as application policies.
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
  const bytes = createHash('sha256').update(name.toLowerCase()).digest();
  const numbers = [0, 3, 6, 9, 12, 15].map((offset) => bytes.readUIntBE(offset, 3));
  return [TEMPLATES, ...numbers].join('.');
}
