import { countWords } from "@/contracts/views/scalars";
import { cn } from "./cn";

interface Props {
  readonly of: number;
  readonly className?: string;
}

/** How many rows stand behind a tab; many are shown as such. */
export function Count({ of, className = "text-muted" }: Props) {
  return <span className={cn("text-xs", className)}>{countWords(of)}</span>;
}
