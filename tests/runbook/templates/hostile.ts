import type { Envelope } from '@cucumber/messages';

/** Names that could break the page that shows them. */
export const HOSTILE: Readonly<Record<string, string>> = {
  script: '<script>window.ran = 1</script>',
  'an image that cannot be loaded': '<img src=x onerror="window.ran = 1">',
  'the end of an attribute': `"'\`><svg onload=window.ran=1>`,
  'the end of what encloses it': '</title></style></script></pre></textarea>--></p><script>window.ran=1</script>',
  'an expression of the templates': '{{{script}}}{{> page}}{{#each this}}&amp;&lt;',
  'the end of character data': ']]><![CDATA[<script>window.ran=1</script>]]>',
  'an address that is code': 'javascript:window.ran=1',
  'marks of writing direction': '\u202Eexe.fdp\u2067 \u200F\u061C',
  'a very long name': 'x'.repeat(2_000),
};

/** Fields whose values are names of the message format or of our records, or refer to something. */
const FIXED =
  /^(id|what\..+|.*Ids?|status|type|contentEncoding|mediaType|kind|sign|what|gesture|shell|severity|certainty|base64|pem|protocolVersion|language|startedAt|notBefore|notAfter|sha256|hresult|thumbprint)$/;

/** The stream with the text added to everything that is free text: in messages, in records, in what is attached. */
export function hostileStream(messages: readonly Envelope[], text: string): readonly Envelope[] {
  return messages.map((message) => {
    const { attachment } = message;
    if (!attachment) return hostile(message, text) as Envelope;
    const { body, mediaType, contentEncoding } = attachment;
    if (mediaType.endsWith('+json'))
      return { attachment: { ...attachment, body: JSON.stringify(hostile(JSON.parse(body), text)) } };
    if (contentEncoding === 'BASE64') return { attachment: { ...attachment, fileName: text } };
    return { attachment: { ...attachment, body: `${body}${text}`, fileName: text } };
  });
}

/** Attachments of every other kind, with the text wherever they have one. */
export function hostileAttachments(messages: readonly Envelope[], text: string): readonly Envelope[] {
  const sample = messages.find(({ attachment }) => attachment?.testStepId)?.attachment;
  if (!sample) throw new Error('the sample attaches something to a step');
  const { testCaseStartedId = '', testStepId = '' } = sample;
  const place = { testCaseStartedId, testStepId };
  const attached = (mediaType: string, body: string) =>
    ({ attachment: { ...place, mediaType, body, contentEncoding: 'IDENTITY', fileName: text } }) as Envelope;
  return [
    ...['text/plain', 'text/html', 'image/svg+xml', 'application/json', 'application/xml', text].map((mediaType) =>
      attached(mediaType, text),
    ),
    attached('text/uri-list', `${text}\nhttps://example.com/${text}`),
    { externalAttachment: { ...place, url: text, mediaType: text } } as Envelope,
  ];
}

function hostile(value: unknown, text: string, name = ''): unknown {
  if (typeof value === 'string') {
    if (FIXED.test(name) || value.startsWith('@')) return value;
    return name === 'message' ? `${text}${value}` : `${value}${text}`;
  }
  if (Array.isArray(value)) return value.map((one) => hostile(one, text, name));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, hostile(member, text, key)]));
}
