/** A file of a folder that was dropped; a folder that never ends is not walked to its end. */
const MOST_FILES = 500;

/** The files that were dropped, those in folders included. Browsers that know no folders give the files alone. */
export async function droppedFiles(data: DataTransfer): Promise<readonly File[]> {
  // Entries must be asked for before anything is awaited: the drop is forgotten then.
  const entries = [...data.items].flatMap((item) => (item.kind === "file" ? (item.webkitGetAsEntry?.() ?? []) : []));
  const plain = [...data.files];
  if (!entries.some((entry) => entry.isDirectory)) return plain;
  const files: File[] = [];
  for (const entry of entries) await collect(entry, files);
  return files;
}

async function collect(entry: FileSystemEntry, files: File[]): Promise<void> {
  // Systems leave files of their own in folders, whose names begin with a point.
  if (files.length >= MOST_FILES || entry.name.startsWith(".")) return;
  if (entry.isFile) {
    const file = await new Promise<File | null>((found) =>
      (entry as FileSystemFileEntry).file(found, () => found(null)),
    );
    if (file) files.push(file);
    return;
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  for (;;) {
    // A folder is told in portions; an empty one is its end.
    const portion = await new Promise<readonly FileSystemEntry[]>((found) =>
      reader.readEntries(found, () => found([])),
    );
    if (portion.length === 0) return;
    for (const each of portion) await collect(each, files);
  }
}
