/** A web page as the browser received it, and what was filled in. Only runs with a real browser record it. */
export interface PageSource {
  readonly address: string;
  readonly html: string;
  /** the typed and selected values, by the name of the field; for radio buttons, the id of the selected one */
  readonly form: Readonly<Record<string, string>>;
}

/** A picture of a web page in a real browser. */
export interface PagePicture {
  /** base64 */
  readonly png: string;
  /** the name and version of the browser */
  readonly browser: string;
}

/** What a page of a window has besides, if it is a web page and the run takes pictures. */
export interface OfWebPage {
  /** until its picture is taken */
  readonly source?: PageSource;
  readonly picture?: PagePicture;
}
