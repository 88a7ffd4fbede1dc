import type { ArgumentsOf, FactTexts } from '../../fact';
import { CONTENT_TEXTS } from './content-texts';
import { FAILURE_TEXTS } from './failure-texts';
import type { FileFinding } from './file-finding';
import type { FileFindingText } from './finding-text';

const FILE_FINDINGS = { ...FAILURE_TEXTS, ...CONTENT_TEXTS } as const;

type FileFindingCode = keyof typeof FILE_FINDINGS;

/** The texts by the codes of their facts. */
export const FILE_FINDING_TEXTS: FactTexts = Object.fromEntries(
  Object.entries(FILE_FINDINGS).flatMap(([code, { detail, remedy }]) => [
    [`file.${code}.detail`, detail],
    [`file.${code}.remedy`, remedy],
  ]),
);

type PartsOf<Text extends FileFindingText> = ArgumentsOf<`${Text['detail']}${Text['remedy']}`>;

/** A finding about the file with that name. */
export function fileFinding<Code extends FileFindingCode>(
  code: Code,
  name: string,
  ...[parameters]: PartsOf<(typeof FILE_FINDINGS)[Code]>
): FileFinding {
  const { severity, source }: FileFindingText = FILE_FINDINGS[code];
  const fact = (part: string) => ({ code: `file.${code}.${part}`, parameters: parameters ?? {} });
  const [base = code] = code.split('.');
  return {
    code: base,
    severity,
    server: null,
    on: name,
    detail: fact('detail'),
    cause: null,
    remedy: fact('remedy'),
    source,
  };
}
