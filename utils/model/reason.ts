/**
 * Why the program says so: the rule that fitted, the words or claims that decided, and how much they counted.
 * "Why?" shows these, not a second explanation. `rule` is a key of the message catalogue (`reason_<rule>`),
 * `values` are filled into its text.
 */
export interface Reason {
  rule: string
  values: string[]
  /** Share in the judgement where several reasons add up; absent where one rule decides. */
  weight?: number
}
