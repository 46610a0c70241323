import { BookOpen, ClipboardList, PackageSearch } from "lucide-react";
import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { Actor } from "@/application/actor";
import { beginningOf } from "@/contracts/view-address";
import type { BookView } from "@/contracts/views/book";
import { currentActor, queries, viewsOf } from "@/runtime/next";
import { ListBar } from "@/ui/list/list-bar";
import { PageLinks } from "@/ui/list/page-links";
import { Alert } from "@/ui/parts/alert";
import { Button } from "@/ui/parts/button";
import { EmptyState } from "@/ui/parts/empty-state";
import { PageHeader } from "@/ui/parts/page-header";
import { TabLinks } from "@/ui/parts/tab-links";
import { CountList } from "@/ui/stock/count-list";
import { CsvImport } from "@/ui/stock/csv-import";
import { ItemFilters, readItemQuery } from "@/ui/stock/item-filters";
import { ItemTable } from "@/ui/stock/item-table";
import { MakeList } from "@/ui/stock/make-list";
import { VerificationLists } from "@/ui/stock/verification-lists";

type Asked = Readonly<Partial<Record<"tab" | "search" | "expiry" | "inStock" | "after", string>>>;

interface Props {
  readonly params: Promise<{ readonly bookId: string }>;
  readonly searchParams: Promise<Asked>;
}

const TABS = ["items", "counts", "lists"] as const;
const ROWS = 50;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("stock"))("title") };
}

export default async function BookPage({ params, searchParams }: Props) {
  const actor = await currentActor();
  if (!actor) redirect("/sign-in");
  const { bookId } = await params;
  const asked = await searchParams;
  const found = await queries().getBook(actor, bookId);
  if (!found.ok || !found.value) notFound();
  const book = found.value;
  const beginning = beginningOf(await viewsOf(actor, "items"), asked, { book: book.id });
  if (beginning) redirect(beginning);
  const tab = TABS.find((each) => each === asked.tab) ?? "items";
  const t = await getTranslations("stock");
  return (
    <div className="flex flex-col gap-4 px-4 pb-10 pt-5 md:px-6">
      <PageHeader
        title={book.emsNo}
        lead={`${book.company} · ${t(`type.${book.type}`)} · ${t("book.customsCode")} ${book.customsCode} · ${t(`allocation.${book.allocation}`)}`}
      >
        {book.items > 0 ? (
          <>
            <CsvImport bookId={book.id} kind="items" />
            <CsvImport bookId={book.id} kind="stock" />
          </>
        ) : null}
      </PageHeader>
      {book.isValid ? null : <Alert tone="bad">{t("endedLead", { day: book.validEnd })}</Alert>}
      <div className="border-b">
        <TabLinks
          label={t("sections")}
          tabs={TABS.map((each) => ({ href: `?tab=${each}`, label: t(`tab.${each}`), isHere: each === tab }))}
        />
      </div>
      {tab === "items" ? <Items actor={actor} book={book} asked={asked} /> : null}
      {tab === "counts" ? <Counts actor={actor} book={book} /> : null}
      {tab === "lists" ? <Lists actor={actor} book={book} /> : null}
    </div>
  );
}

interface Part {
  readonly actor: Actor;
  readonly book: BookView;
}

async function Items({ actor, book, asked }: Part & { readonly asked: Asked }) {
  const t = await getTranslations("stock");
  const query = readItemQuery(asked);
  const views = (await viewsOf(actor, "items")).filter((view) => view.query.book === book.id || view.isOutdated);
  const listed = await queries().listBookItems(actor, book.id, {
    limit: ROWS,
    ...(query.search ? { search: query.search } : {}),
    ...(query.expiry ? { expiry: query.expiry } : {}),
    ...(query.inStock ? { inStock: true } : {}),
    ...(query.after ? { after: query.after } : {}),
  });
  if (!listed.ok) notFound();
  if (book.items === 0)
    return (
      <EmptyState
        icon={BookOpen}
        words={t("noItems")}
        action={<CsvImport bookId={book.id} kind="items" look="primary" />}
      />
    );
  const { rows, nextAfter } = listed.value;
  return (
    <>
      <div className="flex flex-wrap items-end gap-3">
        <div className="min-w-0 flex-1">
          <ItemFilters query={query} address={`/broker/stock/${book.id}`} />
        </div>
        <ListBar list="items" views={views} scope={{ book: book.id }} />
        <Button asChild look="quiet">
          <a href={`/api/v1/books/${book.id}/items.csv`} download>
            {t("export")}
          </a>
        </Button>
      </div>
      {rows.length === 0 ? <p className="text-muted">{t("noneFits")}</p> : <ItemTable rows={rows} />}
      <PageLinks
        nextCursor={nextAfter === null ? null : String(nextAfter)}
        isFirst={query.after === null}
        next={t("more")}
        name="after"
      />
    </>
  );
}

async function Counts({ actor, book }: Part) {
  const t = await getTranslations("stock");
  const counts = await queries().listStockCounts(actor, book.id);
  if (!counts.ok) notFound();
  if (counts.value.length === 0)
    return (
      <EmptyState
        icon={PackageSearch}
        words={t("count.empty")}
        action={<CsvImport bookId={book.id} kind="counts" look="primary" />}
      />
    );
  return (
    <>
      <div className="self-end">
        <CsvImport bookId={book.id} kind="counts" look="primary" />
      </div>
      <CountList counts={counts.value} />
    </>
  );
}

async function Lists({ actor, book }: Part) {
  const t = await getTranslations("stock");
  const lists = await queries().listVerificationLists(actor, book.id);
  if (!lists.ok) notFound();
  const action = book.unlisted > 0 ? <MakeList bookId={book.id} count={book.unlisted} /> : null;
  if (lists.value.length === 0) return <EmptyState icon={ClipboardList} words={t("list.empty")} action={action} />;
  return (
    <>
      {action ? <div className="self-end">{action}</div> : null}
      <VerificationLists lists={lists.value} />
    </>
  );
}
