import { ShoppingCart } from "lucide-react";
import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { parseFilter, queryOf } from "@/contracts/lists";
import { beginningOf, wholeAddress } from "@/contracts/view-address";
import { ORDER_LISTS } from "@/contracts/views/order";
import type { SavedViewView } from "@/contracts/views/saved-view";
import { RULE_IDS } from "@/domain/three-documents/outcome";
import { currentActor, queries, viewsOf } from "@/runtime/next";
import { LiveRefresh } from "@/ui/frame/live-refresh";
import { ListBar } from "@/ui/list/list-bar";
import { PageLinks } from "@/ui/list/page-links";
import { FeedImport } from "@/ui/order/feed-import";
import { OrderFilter } from "@/ui/order/order-filter";
import { OrderList } from "@/ui/order/order-list";
import { Count } from "@/ui/parts/count";
import { EmptyState } from "@/ui/parts/empty-state";
import { PageHeader } from "@/ui/parts/page-header";
import { TabLinks } from "@/ui/parts/tab-links";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("orders"))("title") };
}

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | undefined>>>;
}

const ROWS = 50;

export default async function OrdersPage({ searchParams }: Props) {
  const actor = await currentActor();
  if (!actor) redirect("/sign-in");
  const { cursor, ...asked } = await searchParams;
  const views = await viewsOf(actor, "orders");
  const beginning = beginningOf(views, await searchParams);
  if (beginning) redirect(beginning);
  // What is no filter in the address filters nothing.
  const filter = parseFilter("orders", queryOf("orders", asked)) ?? {};
  const [listed, pivot] = await Promise.all([
    queries().listOrders(actor, { ...filter, limit: ROWS, ...(cursor ? { cursor } : {}) }),
    queries().getOrderPivot(actor),
  ]);
  if (!listed.ok || !pivot.ok) notFound();
  const t = await getTranslations("orders");
  const { rows, nextCursor } = listed.value;
  const countOf = (state: string) => pivot.value.states.find((each) => each.state === state)?.count ?? 0;
  return (
    <div className="flex flex-col gap-4 px-4 pb-10 pt-5 md:px-6">
      <LiveRefresh path="/events" />
      <PageHeader title={t("title")} lead={t("lead")}>
        <FeedImport />
      </PageHeader>
      <div className="border-b">
        <TabLinks
          label={t("sections")}
          tabs={[
            { href: wholeAddress("orders", {}, views), label: t("all"), isHere: filter.state === undefined },
            ...ORDER_LISTS.map((state) => ({
              href: `?state=${state}`,
              label: t(`state.${state}`),
              isHere: filter.state === state,
              mark: <Count of={countOf(state)} />,
            })),
            { href: "/broker/orders/rules", label: t("byRule"), isHere: false },
          ]}
        />
      </div>
      <div className="flex flex-wrap items-end gap-3">
        <OrderFilter filter={filter} rules={RULE_IDS} />
        <ListBar list="orders" views={views} counts={countsOf(views, countOf)} />
      </div>
      <OrderList
        rows={rows}
        key={cursor ?? ""}
        empty={<EmptyState icon={ShoppingCart} words={t("empty")} action={<FeedImport />} />}
      />
      <PageLinks nextCursor={nextCursor} isFirst={cursor === undefined} next={t("next")} />
    </div>
  );
}

/** Of views that narrow the list to one state alone the count is known. */
function countsOf(views: readonly SavedViewView[], countOf: (state: string) => number) {
  return Object.fromEntries(
    views.flatMap(({ id, query }) => (Object.keys(query).join() === "state" ? [[id, countOf(query.state ?? "")]] : [])),
  );
}
