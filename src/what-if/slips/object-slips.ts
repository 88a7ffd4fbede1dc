import type { PickleStep } from '@cucumber/messages';
import { namedValues } from '../../operator/named-values';
import { issuingAuthority } from '../../world/deployment';
import type { Slip, SlipPlace } from '../slip';
import { slipFact } from './slip-facts';

/** Slips about objects: another server, another file, another template. */

/** Each server in the step replaced by each other server of the deployment. */
export function otherServer({ at, step, before }: SlipPlace): readonly Slip[] {
  const { servers } = before.console.deployment;
  const known = [...servers.keys(), before.console.deployment.environment.internalServer.fqdn];
  const named = known.filter((name) => wordIn(step.step.text, name));
  return named.flatMap((name) =>
    known
      .filter((other) => other !== name && !named.includes(other))
      .map((server) => {
        const description = slipFact('slip.server', { server });
        const instead = [{ ...step.step, text: step.step.text.replaceAll(name, server) }];
        return { kind: 'other server', description, at, instead, next: at + 1 } as const;
      }),
  );
}

function wordIn(text: string, name: string): boolean {
  return new RegExp(`(?<![\\w.-])${name.replaceAll('.', '\\.')}(?![\\w-]|\\.\\w)`).test(text);
}

/** Each file in the step replaced by each other file of the procedure. */
export function otherFile({ walk, at, step, before }: SlipPlace): readonly Slip[] {
  const text = JSON.stringify(step.step);
  const files = fileNames(walk.steps.map((one) => JSON.stringify(one.step)));
  const values = namedValues(before.console.deployment);
  const named = (name: string): string => values[name] ?? name;
  return files
    .filter((name) => text.includes(`{${name}}`))
    .flatMap((name) =>
      files
        .filter((other) => other !== name)
        .map((other) => {
          const instead: PickleStep[] = [JSON.parse(text.replaceAll(`{${name}}`, `{${other}}`))];
          const description = slipFact('slip.file', { other: named(other), expected: named(name) });
          return { kind: 'other file', description, at, instead, next: at + 1 } as const;
        }),
    );
}

/** The template in the step replaced by each other template that the issuing authority publishes. */
export function otherTemplate({ at, step, before }: SlipPlace): readonly Slip[] {
  const text = JSON.stringify(step.step);
  if (!text.includes('{template}')) return [];
  const { deployment } = before.console;
  const expected = namedValues(deployment).template ?? '';
  const published = issuingAuthority(deployment).templates.map(({ name }) => name);
  return published
    .filter((other) => other !== expected)
    .map((other) => {
      const instead: PickleStep[] = [JSON.parse(text.replaceAll('{template}', other))];
      return {
        kind: 'other template',
        description: slipFact('slip.template', { other, expected }),
        at,
        instead,
        next: at + 1,
      };
    });
}

function fileNames(texts: readonly string[]): readonly string[] {
  const found = texts.flatMap((text) => [...text.matchAll(/\{([\w ]+ file)\}/g)].map(([, name = '']) => name));
  return [...new Set(found)].sort();
}
