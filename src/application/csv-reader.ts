import type { Result } from "@/domain/shared/result";

/** Takes CSV apart: its rows with their cells, or the line at which it stops being CSV. */
export type CsvReader = (
  text: string,
) => Result<readonly (readonly string[])[], { readonly kind: "malformed_csv"; readonly line: number }>;
