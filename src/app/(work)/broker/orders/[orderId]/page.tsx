import type { Metadata } from "next";
import Link from "next/link";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { authorise } from "@/application/actor";
import { currentActor, queries } from "@/runtime/next";
import { LiveRefresh } from "@/ui/frame/live-refresh";
import { OrderMatrix } from "@/ui/order/order-matrix";
import { RepairMenu } from "@/ui/order/repair-menu";
import { RevealPeople } from "@/ui/order/reveal-people";
import { PageHeader } from "@/ui/parts/page-header";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("orders"))("title") };
}

interface Props {
  readonly params: Promise<{ readonly orderId: string }>;
}

export default async function OrderPage({ params }: Props) {
  const actor = await currentActor();
  if (!actor) redirect("/sign-in");
  const found = await queries().getOrder(actor, (await params).orderId);
  if (!found.ok || found.value === null) notFound();
  const order = found.value;
  const t = await getTranslations("orders");
  return (
    <div className="flex flex-col pb-10 pt-5">
      <LiveRefresh path="/events" />
      <div className="px-4 md:px-6">
        <PageHeader
          title={<span className="break-all">{order.orderNumber}</span>}
          lead={
            <>
              {order.platform} · {order.merchant} · <Link href="/broker/orders">{t("toList")}</Link>
            </>
          }
        >
          {authorise(actor, "reveal_identity").ok ? <RevealPeople orderId={order.id} /> : null}
          {order.state === "lodged" ? null : <RepairMenu chosen={{ orderIds: [order.id] }} label={order.orderNumber} />}
        </PageHeader>
      </div>
      <OrderMatrix order={order} />
    </div>
  );
}
