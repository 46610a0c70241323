/** Whether an address is one that an operator named, or lies below it: the same origin, the same folder, and no name in it. */
export function isBelow(known: string, address: string): boolean {
  if (!URL.canParse(address)) return false;
  const [base, given] = [new URL(known), new URL(address)];
  const folder = base.pathname.replace(/\/$/, "");
  return (
    given.origin === base.origin &&
    given.username === "" &&
    (given.pathname === folder || given.pathname.startsWith(`${folder}/`))
  );
}
