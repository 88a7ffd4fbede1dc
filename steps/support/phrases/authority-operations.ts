import { defineParameterType } from '@cucumber/cucumber';
import { DAY } from '../../../src/determinism';
import type { Console } from '../../../src/operator/console';
import { decideAs, revokeNewest } from '../../../src/operator/tasks/authority';
import type { AccountRole } from '../../../src/world/environment';

/** Actions of people at the authority, by the phrases of the features. */

/** An operation at the authority's console. */
export type AuthorityOperation = (console: Console, as: AccountRole) => Console;

const AUTHORITY_OPERATIONS: readonly (readonly [RegExp, AuthorityOperation])[] = [
  [/issues the request|has issued the request/, (console, as) => decideAs(console, 'issue', as)],
  [/denies the request|has denied the request/, (console, as) => decideAs(console, 'deny', as)],
  [/revokes the internal certificate|has revoked the internal certificate/, revokeNewest],
];

defineParameterType({
  name: 'authorityOperation',
  regexp: AUTHORITY_OPERATIONS.map(([phrases]) => phrases),
  transformer: (phrase: string): AuthorityOperation | undefined =>
    AUTHORITY_OPERATIONS.find(([phrases]) => new RegExp(`^(?:${phrases.source})$`).test(phrase))?.[1],
});

defineParameterType({
  name: 'manager',
  regexp: /the certificate manager|the ordinary user/,
  transformer: (phrase: string): AccountRole =>
    phrase === 'the certificate manager' ? 'certificate-manager' : 'ordinary-user',
});

defineParameterType({
  name: 'duration',
  regexp: /\d+ (?:days?|years?)/,
  transformer(phrase: string): number {
    const [count = '0', unit = ''] = phrase.split(' ');
    return Number(count) * (unit.startsWith('year') ? 365.25 : 1) * DAY;
  },
});

defineParameterType({ name: 'pass', regexp: /pass|have passed/, transformer: (phrase: string) => phrase });
defineParameterType({ name: 'are', regexp: /are|have been/, transformer: (phrase: string) => phrase });
defineParameterType({ name: 'makes', regexp: /makes|has made/, transformer: (phrase: string) => phrase });
defineParameterType({ name: 'submits', regexp: /submits|has submitted/, transformer: (phrase: string) => phrase });
defineParameterType({ name: 'obtains', regexp: /obtains|has obtained/, transformer: (phrase: string) => phrase });
defineParameterType({ name: 'renews', regexp: /renews|has renewed/, transformer: (phrase: string) => phrase });
defineParameterType({
  name: 'carryOut',
  regexp: /carry out|have carried out/,
  transformer: (phrase: string) => phrase,
});
defineParameterType({
  name: 'friendlyNameChoice',
  regexp: /the same friendly name|another friendly name/,
  transformer: (phrase: string) => phrase === 'the same friendly name',
});
defineParameterType({
  name: 'trusting',
  regexp: /trusts?|does not trust/,
  transformer: (phrase: string) => !phrase.includes('not'),
});
defineParameterType({
  name: 'requestReference',
  regexp: /the request|a request that was never made/,
  transformer: (phrase: string) => phrase === 'the request',
});
defineParameterType({
  name: 'chainChoice',
  regexp: /as the document says|each certificate by its type|into the stores of a user|without finishing/,
  transformer: (phrase: string) => phrase,
});

const WEB_FILES: Readonly<Record<string, (id: number) => string>> = {
  'the certificate of the request in binary form': (id) => `certnew.cer?ReqID=${id}&Enc=bin`,
  'the certificate of the request in text form': (id) => `certnew.cer?ReqID=${id}&Enc=b64`,
  'the certificate and its chain': (id) => `certnew.p7b?ReqID=${id}&Enc=bin`,
  'the certificate of a request that was never made': () => 'certnew.cer?ReqID=999&Enc=bin',
  'the original certificate of the authority': () => 'certnew.cer?ReqID=CACert&Renewal=0&Enc=bin',
  'the revocation list in binary form': () => 'certcrl.crl?Type=base&Enc=bin',
  'the revocation list in text form': () => 'certcrl.crl?Type=base&Enc=b64',
  'what is not there': () => 'nothing.asp',
};

defineParameterType({
  name: 'webFile',
  regexp: new RegExp(Object.keys(WEB_FILES).join('|')),
  transformer: (phrase: string) => WEB_FILES[phrase],
});
defineParameterType({ name: 'encoding', regexp: /binary|text/, transformer: (phrase: string) => phrase });
