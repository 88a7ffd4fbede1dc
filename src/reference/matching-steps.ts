import type { NotedComment, NotedTag } from '../gherkin/notation';
import type { ReferredStep, StepReference } from './step-reference';

/** The part of a reference that contains a text in any case: in a phrase, an example, a parameter, a title, a tag. */
export function foundIn({ groups, tags, comments }: StepReference, text: string): StepReference {
  const wanted = text.toLowerCase();
  const contains = (words: readonly string[]) => words.some((word) => word.toLowerCase().includes(wanted));
  const found = groups.map(({ title, steps }) => ({
    title,
    steps: contains([title]) ? steps : steps.filter((step) => contains(wordsOf(step))),
  }));
  return {
    groups: found.filter(({ steps }) => steps.length > 0),
    tags: tags.filter((tag) => contains(wordsOfTag(tag))),
    comments: comments.filter((comment) => contains(wordsOfComment(comment))),
  };
}

/** Whether the reference contains nothing. */
export function isEmptyReference({ groups, tags, comments }: StepReference): boolean {
  return groups.length + tags.length + comments.length === 0;
}

function wordsOf({ phrase, translation = '', parameters, example, definedAt }: ReferredStep): readonly string[] {
  const values = parameters.flatMap(({ name, accepts }) => [name, ...accepts]);
  return [phrase, translation, ...values, ...(example?.lines ?? []), definedAt ?? ''];
}

function wordsOfTag({ name, meaning }: NotedTag): readonly string[] {
  return [name, meaning];
}

function wordsOfComment({ comment, meaning }: NotedComment): readonly string[] {
  return [comment, meaning];
}
