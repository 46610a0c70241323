const CORRECT = "correct DATABASE_URL; without it Twogate brings a PostgreSQL of its own.";
const CORRECT_IT = `C${CORRECT.slice(1)}`;

/** What stands in the way of a program on its machine, in words that say who must do what. */
const COMPLAINTS: Readonly<Record<string, (where: string) => string>> = {
  EACCES: (where) =>
    `This user may not use ${where}; another user made it. Start Twogate as that user, or set TWOGATE_DATA to a folder of your own.`,
  EPERM: (where) =>
    `This user may not change ${where}; another user made it. Start Twogate as that user, or set TWOGATE_DATA to a folder of your own.`,
  EROFS: (where) => `${where} lies on a disk that is read-only. Set TWOGATE_DATA to a folder that can be written.`,
  ENOSPC: (where) => `The disk of ${where} is full. Free some space, then start again.`,
  ENOTDIR: (where) =>
    `A file is in the way of the folder ${where}. Move it away, or set TWOGATE_DATA to another folder.`,
  EEXIST: (where) =>
    `A file is in the way of the folder ${where}. Move it away, or set TWOGATE_DATA to another folder.`,
};

/** What is wrong with a database of the operator's own. */
const OF_DATABASE: Readonly<Record<string, string>> = {
  ECONNREFUSED: `The PostgreSQL of DATABASE_URL does not answer. Start it, or ${CORRECT}`,
  ENOTFOUND: `The host of DATABASE_URL is not known. ${CORRECT_IT}`,
  ETIMEDOUT: `The PostgreSQL of DATABASE_URL cannot be reached. Open the way to it, or ${CORRECT}`,
  "28P01": `PostgreSQL refuses the user or the password in DATABASE_URL. ${CORRECT_IT}`,
  "3D000": `The database in DATABASE_URL does not exist. Create it with createdb, or ${CORRECT}`,
  "42501":
    "The user in DATABASE_URL may not do what the first migration needs: make roles and tables. Give that user CREATEROLE and make it the owner of the database.",
};

/** The error as a person reads it; one that is none of the machine's stays as it is. */
export function inWords(error: unknown, data: string): Error {
  if (!(error instanceof Error)) return new Error(String(error));
  const { code = "", path } = error as NodeJS.ErrnoException;
  const words = COMPLAINTS[code]?.(path ?? data) ?? (process.env.DATABASE_URL ? OF_DATABASE[code] : undefined);
  return words ? new Error(words, { cause: error }) : error;
}
