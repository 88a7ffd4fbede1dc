import { defineParameterType } from '@cucumber/cucumber';
import { administratorOf } from '../../../src/operator/logons';
import { windowsVersions } from '../../../src/windows/versions';
import {
  accountFor,
  type Deployment,
  firstPool,
  issuingAuthority,
  PUBLIC_AUTHORITY,
  requesterNamed,
} from '../../../src/world/deployment';
import { poolOf } from '../../../src/world/topology';
import { naming } from '../step-machines';
import type { RehearsalWorld } from '../world';
import type { ExportPhrase, FileContent, Role } from './phrases';
import { expressionsOf, wordsOfProducts } from './product-phrases';
import { everyServer, ONE_SERVER, SEVERAL_SERVERS, serverCalled } from './server-names';

defineParameterType({
  name: 'server',
  regexp: ONE_SERVER,
  transformer(this: RehearsalWorld, phrase: string): string {
    const server = serverCalled(this.deployment, phrase);
    naming(this, [server]);
    return server;
  },
});

defineParameterType({
  name: 'servers',
  regexp: [SEVERAL_SERVERS, ...ONE_SERVER],
  transformer(this: RehearsalWorld, phrase: string): readonly string[] {
    return naming(this, everyServer(this.deployment, phrase));
  },
});

const ADMINISTRATORS = wordsOfProducts(({ administrators: { titles } }) => [titles.domain, titles.servers]);

defineParameterType({
  name: 'role',
  regexp: expressionsOf([
    ...ADMINISTRATORS.map((title) => `the ${title}`),
    'the administrator',
    'the local administrator',
    'an ordinary user',
  ]),
  transformer(this: RehearsalWorld, phrase: string): Role {
    return (on) => {
      const user = accountFor(this.deployment, 'ordinary-user');
      const { product } = this.deployment;
      const { titles } = product.administrators;
      const local = product.topology.membership === 'workgroup' && poolOf(this.deployment, on) !== undefined;
      if (phrase === 'the administrator') return administratorOf(this.deployment, on).account;
      if (phrase === 'the local administrator') return localAdministrator(this.deployment);
      if (phrase === 'an ordinary user') return local ? user.slice(user.lastIndexOf('\\') + 1) : user;
      return accountFor(
        this.deployment,
        phrase === `the ${titles.domain}` ? product.administrators.domain : product.administrators.servers,
      );
    };
  },
});

/** An administrator whom the domain does not know; null if it knows all of them. */
function localAdministrator(deployment: Deployment): string | null {
  const { accounts } = deployment.environment;
  const isLocal = (name: string): boolean => requesterNamed(deployment, name) === null;
  const found = accounts.find(({ name, groups }) => groups.includes('Administrators') && isLocal(name));
  return found?.name ?? null;
}

defineParameterType({ name: 'logsOn', regexp: /logs on|is logged on/, transformer: (phrase: string) => phrase });
defineParameterType({ name: 'is', regexp: /is|has been/, transformer: (phrase: string) => phrase });
defineParameterType({ name: 'types', regexp: /types|has typed/, transformer: (phrase: string) => phrase });
defineParameterType({ name: 'exports', regexp: /exports|has exported/, transformer: (phrase: string) => phrase });
defineParameterType({
  name: 'windowsVersion',
  regexp: windowsVersions().toReversed(),
  transformer: (version: string) => version,
});
defineParameterType({
  name: 'disposition',
  regexp: /issued|under submission|revoked|denied: [A-Z]+_[A-Za-z0-9_]+/,
  transformer: (phrase: string) => phrase,
});
defineParameterType({
  name: 'refusal',
  regexp: /[a-z0-9-]+|[A-Z]+_[A-Za-z0-9_]+/,
  transformer: (code: string) => code,
  useForSnippets: false,
});
defineParameterType({
  name: 'lists',
  regexp: /lists|does not list/,
  transformer: (phrase: string) => phrase === 'lists',
});
defineParameterType({
  name: 'checkMark',
  regexp: /without a check mark|with a green check mark/,
  transformer: (phrase: string) => phrase.startsWith('with a'),
});
defineParameterType({
  name: 'exportability',
  regexp: /an exportable private key|a private key that is not exportable/,
  transformer: (phrase: string) => phrase.startsWith('an'),
});
defineParameterType({
  name: 'possession',
  regexp: /the private key|no private key/,
  transformer: (phrase: string) => phrase.startsWith('the'),
});
defineParameterType({
  name: 'presentation',
  regexp: /the same certificate|no certificate/,
  transformer: (phrase: string) => phrase.startsWith('the'),
});

defineParameterType({
  name: 'authority',
  regexp: /the issuing authority|a public authority/,
  transformer(this: RehearsalWorld, phrase: string): string {
    return phrase === 'a public authority' ? PUBLIC_AUTHORITY : issuingAuthority(this.deployment).name;
  },
});

defineParameterType({
  name: 'attributeChoice',
  regexp: /with its template|without a template|for the template "[^"]*"|with the attribute "[^"]*"/,
  transformer(this: RehearsalWorld, phrase: string): readonly string[] {
    const own = `CertificateTemplate:${this.deployment.environment.certificate.template}`;
    const quoted = this.text(/"([^"]*)"/.exec(phrase)?.[1] ?? '');
    if (phrase.startsWith('for')) return [`CertificateTemplate:${quoted}`];
    if (phrase.includes('attribute')) return [own, quoted];
    return phrase === 'with its template' ? [own] : [];
  },
});

defineParameterType({
  name: 'offered',
  regexp: /the|no/,
  transformer: (phrase: string) => phrase === 'the',
});

defineParameterType({
  name: 'passwordChoice',
  regexp: /with its password|with a wrong password|without a password/,
  transformer: (phrase: string) => phrase,
});

defineParameterType({
  name: 'exportChoice',
  regexp:
    /with its private key|without its private key|without its certification path|and deletes its private key|and deleted its private key|with two different passwords|with an empty password|with the encryption "[^"]*"|without certificate privacy|for the group "[^"]*"|to the file "[^"]*"/,
  transformer(this: RehearsalWorld, phrase: string): ExportPhrase {
    const path = /"([^"]*)"/.exec(phrase)?.[1];
    if (phrase.startsWith('with the encryption')) return { encryption: path ?? '' };
    if (phrase.startsWith('for the group')) return { group: this.text(path ?? '') };
    if (phrase === 'without certificate privacy') return { privacy: false };
    if (path !== undefined) return { path: this.text(path) };
    if (phrase === 'without its private key') return { withKey: false, path: this.text('{certificate file}') };
    if (phrase === 'without its certification path') return { includePath: false };
    if (phrase === 'with two different passwords') return { confirmation: 'something else' };
    if (phrase === 'with an empty password') return { password: '', confirmation: '' };
    return { deleteKey: phrase.includes('delete') };
  },
});

defineParameterType({
  name: 'snapInImport',
  regexp: /marking the key as exportable|leaving the key unmarked|among the trusted roots/,
  transformer: (phrase: string) => phrase,
});

defineParameterType({
  name: 'content',
  regexp:
    /the certification path of the issuing authority|the private key and the certification path|the certificate of "[^"]*"|a request for "[^"]*"|a certificate for "[^"]*"(?: and its certification path)?/,
  transformer(this: RehearsalWorld, phrase: string): FileContent {
    const name = this.text(/"([^"]*)"/.exec(phrase)?.[1] ?? '');
    if (phrase.startsWith('a request')) return { kind: 'request', name };
    if (phrase.startsWith('the private key')) return { kind: 'private key', name: firstPool(this.deployment).fqdn };
    if (phrase.startsWith('the certification path')) return { kind: 'authority path', name: '' };
    return { kind: phrase.endsWith('path') ? 'certificate with path' : 'certificate', name };
  },
});
