/** What the typeface of papers can draw: other scripts would come out as empty boxes on an official paper. */
export const drawable = /^[ -~\u00a1-\u00ac\u00ae-\u017eȘșȚț‘’“”–—…•]*$/u

/** The same in a text of several lines. */
export const drawableLines = /^[\n -~\u00a1-\u00ac\u00ae-\u017eȘșȚț‘’“”–—…•]*$/u
