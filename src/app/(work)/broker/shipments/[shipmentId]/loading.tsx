import { DetailSkeleton } from "@/ui/parts/page-skeleton";

export default function Loading() {
  return <DetailSkeleton />;
}
