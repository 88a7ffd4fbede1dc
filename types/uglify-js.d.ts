declare module 'uglify-js' {
  /** What of UglifyJS is used here. */
  export function minify(
    code: string,
    options?: { readonly toplevel?: boolean },
  ): { readonly code?: string; readonly error?: Error };
}
