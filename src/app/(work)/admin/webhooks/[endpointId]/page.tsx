import { Send } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { currentActor, queries } from "@/runtime/next";
import { PagesOf } from "@/ui/exchange/pages-of";
import { Button } from "@/ui/parts/button";
import { EmptyState } from "@/ui/parts/empty-state";
import { PageHeader } from "@/ui/parts/page-header";
import { DeliveryTable } from "@/ui/webhook/delivery-table";
import { EndpointState } from "@/ui/webhook/endpoint-card";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("webhooks"))("log") };
}

const ROWS = 50;

interface Props {
  readonly params: Promise<{ readonly endpointId: string }>;
  readonly searchParams: Promise<{ readonly cursor?: string }>;
}

/** What went to one endpoint. */
export default async function DeliveriesPage({ params, searchParams }: Props) {
  const actor = await currentActor();
  if (!actor) redirect("/sign-in");
  const { endpointId } = await params;
  const { cursor } = await searchParams;
  const endpoints = await queries().listWebhooks(actor);
  const endpoint = endpoints.ok ? endpoints.value.find(({ id }) => id === endpointId) : undefined;
  const listed = await queries().listDeliveries(actor, endpointId, { limit: ROWS, ...(cursor ? { cursor } : {}) });
  if (!endpoint || !listed.ok) notFound();
  const t = await getTranslations("webhooks");
  const { rows, nextCursor } = listed.value;
  const back = (
    <Button asChild look="quiet">
      <Link href="/admin/webhooks">{t("back")}</Link>
    </Button>
  );
  return (
    <div className="flex flex-col gap-4 px-4 pb-10 pt-5 md:px-6">
      <PageHeader
        title={t("log")}
        lead={
          <span className="flex flex-wrap items-center gap-2">
            <code className="break-all">{endpoint.url}</code>
            <EndpointState endpoint={endpoint} />
          </span>
        }
      >
        {rows.length > 0 ? back : null}
      </PageHeader>
      {rows.length > 0 ? (
        <DeliveryTable rows={rows} isOn={endpoint.state === "on"} />
      ) : (
        <EmptyState icon={Send} words={t("logEmpty")} action={back} />
      )}
      <PagesOf cursor={cursor} nextCursor={nextCursor} filter={{}} />
    </div>
  );
}
