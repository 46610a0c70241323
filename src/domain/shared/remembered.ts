/**
 * The function, computing once for each object it is given: what is asked of a page again and again is asked of one
 * that does not change. An object that is gone takes its answer with it.
 */
export function remembered<A extends object, R>(compute: (of: A) => R): (of: A) => R {
  const answers = new WeakMap<A, { readonly answer: R }>();
  return (of) => {
    const known = answers.get(of);
    if (known) return known.answer;
    const answer = compute(of);
    answers.set(of, { answer });
    return answer;
  };
}
