import { InputError } from '../../../input-error';
import { elementsIn } from '../../../xml/find-elements';
import { parseXml, type XmlElement } from '../../../xml/parse-xml';
import { readBuilderForm } from './builder-form';
import { readPublishedForm } from './published-form';
import type { PublishedTopology } from './published-topology';

/** The namespaces of both documents (as `Get-CsTopology -AsXml` and Topology Builder of Lync Server 2013 write them). */
const PUBLISHED = 'urn:schema:Microsoft.Rtc.Management.Deploy.Topology.2008';
const BUILDER = 'urn:schema:Microsoft.Rtc.Management.Deploy.WritableTopology.2008';

const ACCEPTED =
  'the output of Get-CsTopology -AsXml, a .tbxml file of Topology Builder, or the .zip file of Export-CsConfiguration';

/**
 * Reads a topology document of one of the known forms. `file` is its name in errors. Throws an InputError with line and
 * column for anything else.
 */
export function readTopologyFile(text: string, file: string): PublishedTopology {
  const root = parseXml(text, file);
  const elements = [...elementsIn(root)];
  const edited = elements.filter((element) => isNamed(element, 'PartialTopology', BUILDER));
  const [inEditing = edited[0]] = elements.filter(({ name }) => name === 'NewTopology').flatMap(partialIn);
  if (inEditing) return readBuilderForm(inEditing, file);
  const published = elements.find((element) => isNamed(element, 'Topology', PUBLISHED));
  if (published) return readPublishedForm(published, file);
  const at = `${file}:${root.line}:${root.column}`;
  throw new InputError(`${at}: found <${root.name}> without a topology, accepted: ${ACCEPTED}`);
}

/** A file of Topology Builder may have the topology that is published besides the one that is being edited. */
function partialIn(element: XmlElement): readonly XmlElement[] {
  return [...elementsIn(element)].filter((one) => isNamed(one, 'PartialTopology', BUILDER));
}

function isNamed(element: XmlElement, name: string, namespace: string): boolean {
  return element.name === name && element.namespace === namespace;
}
