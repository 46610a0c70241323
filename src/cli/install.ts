import { addOffice, loadReference, setGuarantee } from "@/runtime/installation";

interface Values {
  readonly organisation?: string | undefined;
  readonly code?: string | undefined;
  readonly name?: string | undefined;
  readonly limit?: string | undefined;
}

/** What an operator sets up once: offices, guarantees, reference data. */
export async function install(
  command: string,
  { organisation, code, name, limit }: Values,
  [folder]: readonly string[],
): Promise<number> {
  const said =
    command === "office add" && organisation && code && name
      ? await addOffice(organisation, code, name)
      : command === "guarantee set" && organisation && limit
        ? await setGuarantee(organisation, limit)
        : command === "reference load" && folder
          ? await loadReference(folder)
          : null;
  if (said === null) {
    process.stderr.write(`${command} needs more than that; see twogate --help.\n`);
    return 2;
  }
  process.stdout.write(`${said}\n`);
  return 0;
}
