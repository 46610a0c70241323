import Link from "next/link";
import { useTranslations } from "next-intl";
import type { BookView } from "@/contracts/views/book";
import { Badge } from "@/ui/parts/badge";

/** The books of the organisation, each with what there is to do in it. */
export function BookList({ books }: { readonly books: readonly BookView[] }) {
  const t = useTranslations("stock");
  return (
    <ul className="divide-y rounded-md border bg-panel text-sm">
      {books.map((book) => (
        <li key={book.id} className="flex flex-wrap items-baseline gap-x-4 gap-y-1 px-3 py-2.5">
          <Link href={`/broker/stock/${book.id}`} className="font-medium">
            {book.emsNo}
          </Link>
          <span className="min-w-0">{book.company}</span>
          <span className="text-muted">{t(`type.${book.type}`)}</span>
          <span className="text-muted">{t("items", { count: book.items })}</span>
          {book.unlisted > 0 ? <Badge tone="yellow">{t("unlisted", { count: book.unlisted })}</Badge> : null}
          <span className="text-xs text-muted md:ml-auto">
            {book.isValid ? (
              t("validUntil", { day: book.validEnd })
            ) : (
              <Badge tone="red">{t("ended", { day: book.validEnd })}</Badge>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
