import { getTranslations } from "next-intl/server";
import { Skeleton } from "./skeleton";

/** A list that is on its way: its title, its controls and its rows, each in its size. */
export async function ListSkeleton({ rows = 8 }: { readonly rows?: number }) {
  return (
    <Loading>
      <div className="flex flex-col gap-4 px-4 pt-5 md:px-6">
        <Skeleton className="h-9 w-48" />
        <Skeleton className="h-8 w-full max-w-xl" />
        <div className="overflow-hidden rounded-md border">
          <Skeleton className="h-8 rounded-none" />
          {Array.from({ length: rows }, (_, row) => `row-${row}`).map((row) => (
            <div key={row} className="flex h-9 items-center gap-6 border-t px-3">
              <Skeleton className="h-3 w-28" />
              <Skeleton className="h-3 flex-1" />
              <Skeleton className="hidden h-3 w-40 sm:block" />
              <Skeleton className="h-3 w-20" />
            </div>
          ))}
        </div>
      </div>
    </Loading>
  );
}

/** A shipment or a case that is on its way: its head with the gates, and two columns below. */
export async function DetailSkeleton() {
  return (
    <Loading>
      <div className="flex flex-col gap-5 px-4 pt-4 md:px-6">
        <Skeleton className="h-7 w-80 max-w-full" />
        <Skeleton className="h-24 w-full" />
        <Skeleton className="h-9 w-full max-w-2xl" />
        <div className="grid grid-cols-1 gap-8 xl:grid-cols-[minmax(0,1fr)_340px]">
          <div className="flex flex-col gap-5">
            <Skeleton className="h-16" />
            <Skeleton className="h-24" />
            <Skeleton className="h-48" />
          </div>
          <Skeleton className="h-96" />
        </div>
      </div>
    </Loading>
  );
}

/** Two panes that are on their way. */
export async function PanesSkeleton() {
  return (
    <Loading>
      <div className="grid grid-cols-1 h-[calc(100dvh-3rem)] gap-4 p-4 md:grid-cols-[3fr_2fr]">
        <Skeleton className="h-full" />
        <Skeleton className="hidden h-full md:block" />
      </div>
    </Loading>
  );
}

async function Loading({ children }: { readonly children: React.ReactNode }) {
  const t = await getTranslations("shell");
  return (
    <div role="status">
      <span className="sr-only">{t("loading")}</span>
      {children}
    </div>
  );
}
