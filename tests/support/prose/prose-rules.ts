import { TextlintKernel } from '@textlint/kernel';
import markdown from '@textlint/textlint-plugin-markdown';
import type { TextlintRuleContext, TextlintRuleModule } from '@textlint/types';
import { split } from 'sentence-splitter';
import type { Violation } from '../source-tree';
import type { ProseText } from './prose-texts';
import { type Match, matches, vocabulary } from './prose-vocabulary';

/** The longest sentence that is accepted, in words. */
export const SENTENCE_WORDS = 30;

type TxtNode = NonNullable<Parameters<TextlintRuleContext['getSource']>[0]>;

const RULES = vocabulary();
const KERNEL = new TextlintKernel();

/** Everything that the vocabulary and the limit on sentence length report in the texts. */
export async function proseViolations(texts: readonly ProseText[]): Promise<Violation[]> {
  const reported = await Promise.all(texts.map(violationsIn));
  return reported.flat();
}

async function violationsIn({ path, line, text }: ProseText): Promise<Violation[]> {
  const { messages } = await KERNEL.lintText(text, {
    ext: '.md',
    filePath: path,
    plugins: [{ pluginId: 'markdown', plugin: markdown }],
    rules: [
      { ruleId: 'vocabulary', rule: textRule((words) => RULES.flatMap((rule) => matches(rule, words))) },
      { ruleId: 'sentence-length', rule: textRule(longSentences) },
    ],
  });
  return messages.map((message) => ({ at: `${path}:${line + message.loc.start.line - 1}`, what: message.message }));
}

/** Every sentence of the text that has more words than the limit. */
function longSentences(text: string): Match[] {
  return split(text).flatMap((node) => {
    if (node.type !== 'Sentence') return [];
    const words = node.raw.split(/\s+/).filter((word) => /\w/.test(word)).length;
    if (words <= SENTENCE_WORDS) return [];
    return [{ index: node.range[0], message: `a sentence of ${words} words; ${SENTENCE_WORDS} at most` }];
  });
}

/** A textlint rule that checks each paragraph, heading and table cell as one string. Code and link targets are masked. */
function textRule(check: (text: string) => Match[]): TextlintRuleModule {
  return (context) => {
    const { Syntax, RuleError, locator } = context;
    const visit = (node: TxtNode): void => {
      const text = context.getSource(node).replace(/`[^`]*`|\]\([^)]*\)/g, (code) => '_'.repeat(code.length));
      for (const { index, message } of check(text)) {
        context.report(node, new RuleError(message, { padding: locator.at(index) }));
      }
    };
    return { [Syntax.Paragraph]: visit, [Syntax.Header]: visit, [Syntax.TableCell]: visit };
  };
}
