import { ShoppingCart } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ORDER_LISTS, orderFilter } from "@/contracts/views/order";
import { RULE_IDS } from "@/domain/three-documents/outcome";
import { currentActor, queries } from "@/runtime/next";
import { LiveRefresh } from "@/ui/frame/live-refresh";
import { FeedImport } from "@/ui/order/feed-import";
import { OrderFilter } from "@/ui/order/order-filter";
import { OrderList } from "@/ui/order/order-list";
import { Button } from "@/ui/parts/button";
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
  const given = Object.fromEntries(Object.entries(asked).filter(([, value]) => value));
  // What is no filter in the address filters nothing.
  const filter = orderFilter.safeParse(given).data ?? {};
  const [listed, pivot] = await Promise.all([
    queries().listOrders(actor, { ...filter, limit: ROWS, ...(cursor ? { cursor } : {}) }),
    queries().getOrderPivot(actor),
  ]);
  if (!listed.ok || !pivot.ok) notFound();
  const t = await getTranslations("orders");
  const { rows, nextCursor } = listed.value;
  const countOf = (state: string) => pivot.value.states.find((each) => each.state === state)?.count ?? 0;
  const address = (changed: Readonly<Record<string, string>>) =>
    `?${new URLSearchParams({ ...(filter as Readonly<Record<string, string>>), ...changed })}`;
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
            { href: "/broker/orders", label: t("all"), isHere: filter.state === undefined },
            ...ORDER_LISTS.map((state) => ({
              href: `?state=${state}`,
              label: t(`state.${state}`),
              isHere: filter.state === state,
              mark: <span className="text-xs text-muted">{countOf(state)}</span>,
            })),
            { href: "/broker/orders/rules", label: t("byRule"), isHere: false },
          ]}
        />
      </div>
      <OrderFilter filter={filter} rules={RULE_IDS} />
      <OrderList
        rows={rows}
        key={cursor ?? ""}
        empty={<EmptyState icon={ShoppingCart} words={t("empty")} action={<FeedImport />} />}
      />
      <div className="flex gap-3">
        {cursor ? (
          <Button asChild look="quiet" size="small">
            <Link href={address({})}>{t("first")}</Link>
          </Button>
        ) : null}
        {nextCursor ? (
          <Button asChild look="quiet" size="small">
            <Link href={address({ cursor: nextCursor })}>{t("next")}</Link>
          </Button>
        ) : null}
      </div>
    </div>
  );
}
