import { FileText, FileX2 } from "lucide-react";
import type { DocumentView } from "@/contracts/views/document";
import { cn } from "@/ui/parts/cn";

interface Props {
  readonly document: Pick<DocumentView, "id" | "pages" | "rejection">;
  /** How large it is. */
  readonly className: string;
}

/** The first page of a document in small; of one that has none, whether it was refused. */
export function FirstPage({ document: { id, pages, rejection }, className }: Props) {
  const Icon = rejection ? FileX2 : FileText;
  const [first] = pages;
  return (
    <span
      className={cn(
        "flex shrink-0 overflow-hidden rounded-sm border",
        first ? "items-start bg-white" : "items-center justify-center bg-raised text-muted",
        className,
      )}
    >
      {first ? (
        // The picture lies behind the session and is served as it is.
        <img src={`/api/v1/documents/${id}/pages/${first.number}/image`} alt="" className="w-full dark:brightness-90" />
      ) : (
        <Icon aria-hidden className="size-6" strokeWidth={1.5} />
      )}
    </span>
  );
}
