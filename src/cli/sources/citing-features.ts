import { featureFilesOf, featureText, withoutLines } from '../../execution/feature-files';
import { citedSentences } from '../../gherkin/procedure-sentences';
import { PACKAGE } from '../../package/folder';
import type { Recording } from '../../recording/recording';
import { type CitingFeature, type DocumentSource, packageSources, sourcesOf } from './source-documents';

/**
 * The source documents of a run before it begins.
 *
 * @param paths the features of the run; default: those of the package
 * @param named the folders of source documents that the user names
 */
export function sourcesOfPaths(paths: readonly string[], named: readonly string[]): readonly DocumentSource[] {
  if (paths.length === 0 && named.length === 0) return packageSources();
  const files = paths.flatMap((path) => featureFilesOf(withoutLines(path)));
  const features = files.map((file): CitingFeature => ({ uri: file, cited: citedSentences(featureText(file)) }));
  return sourcesOf(features, { folders: [process.cwd()], named });
}

/** The source documents of a run that is recorded. */
export function sourcesOfRecording({ features }: Recording, named: readonly string[]): readonly DocumentSource[] {
  const citing = features.map(({ uri, citations }): CitingFeature => {
    return { uri, cited: citations.filter(({ kind }) => kind !== 'failure').map(({ id }) => id) };
  });
  return sourcesOf(citing, { folders: [process.cwd(), PACKAGE], named });
}
