import type { Concept } from "./concepts";
import { list } from "./list";
import { numbered } from "./numbered";

/** Labels of what is carried, how much of it, from where to where. */
export const GOODS_LABELS: Partial<Readonly<Record<Concept, readonly string[]>>> = {
  origin: [
    ...list(`
    all the goods were produced in, that all the goods were produced in, goods were produced in, the goods were
    produced in, issued in, issued in country, products originating in, country of origin, origin, country of
    manufacture, made in, origin country, country of origin of goods, goods of origin, place of origin, coo, c o o,
    country of production, country of origin of the goods, country of origin of products, goods originating in,
    manufactured in, produced in, origin of goods, ursprungsland, herkunftsland, pays d'origine, pays origine, paese
    di origine, pais de origen, 原产国, 原产地, 原产国别, 产地, 原产国地区, country whence consigned origin, country of origin
    manufacture, country of manufacturing, country origin, land van oorsprong, origine, country ies of origin,
    country or territory of origin, country of origin and manufacture, country of ultimate origin, ctry mfg, mfg
    country, country mfr
  `),
  ],
  gross_weight: [
    ...list(`
    gross weight, gross wt, gross, g w, gw, total gross weight, total gross, gross weight kg, gross weight kgs,
    total gross wt, gross mass, gross weight in kgs, ttl gross weight, total g w, total gw, g weight, gr weight, gr
    wt, total gross weight kgs, gross weight kilos, cargo gross weight, brutto, gewicht brutto, brutto gewicht, bruttogewicht, poids brut, peso
    lordo, peso bruto, 毛重, 总毛重, 毛 重, 毛重千克, 毛重公斤, total weight gross, weight gross, gross cargo weight, 总毛重量, gross
    mass kg, gross weight or other quantity, total shipment weight, g wt, total g wt, total gross weight in kgs
  `),
  ],
  net_weight: [
    ...list(`
    net weight, net wt, net, n w, nw, total net weight, total net, net weight kg, net weight kgs, total net wt, net
    mass, ttl net weight, total n w, total nw, n weight, nt weight, nt wt, nett weight, nett wt, nettogewicht, gewicht netto, netto gewicht, poids
    net, peso netto, peso neto, 净重, 总净重, 净 重, 净重千克, 净重公斤, net mass kg, net weight in kgs, net weight kilos, n wt,
    total nett weight, total net weight in kgs, nett
  `),
  ],
  weight: [
    ...list(`
    weight, total weight, wt, shipment weight, actual weight, act wgt, actwgt, weight kg, poids, gewicht, peso, 重量,
    total weight kg, actual wt, weight kgs, act weight, actual weight kg, 实重, 实际重量, total actual weight, 总重量, piece
    weight, shpt weight, pkg wt, total weight in kg, scale weight, shp weight, pce shpt weight
  `),
  ],
  chargeable_weight: [
    ...list(`
    chargeable weight, charge weight, billed weight, dim weight, dims, volumetric weight, volume weight, dimensional
    weight, 计费重量, tare, tare weight, dim wgt, bill wgt, billable weight, tare wt, volumetric wt, vgm, chg weight,
    chargeable wt
  `),
  ],
  packages: [
    ...list(`
    numero colli, n colli, nr colli, totale colli, nb de colis, nbre de colis, anzahl colli, anzahl pakete,
    packages, total packages, total packages units, shipment details total packages, number of packages, no of
    packages, no of pkgs, total pkgs, pkgs, total cartons, no of cartons, number of cartons, cartons, total ctns,
    ctns, total number of packages, total no of packages, number of pkgs, quantity of packages, packing, packed in,
    package count, number and kind of packages, number and type of packages, number & kind of packages, no and kind
    of packages, no & kind of packages, kind and number of packages, number and description of packages, total
    number of packages in words, total no of cartons, total no of pkgs, no of containers or packages, no of
    containers or pkgs, number of containers or packages, total number of containers or packages, packaging,
    quantity packages, total carton, colis, nombre de colis, colli, kolli, packstucke, anzahl packstucke, bultos, 件数, 总件数,
    包装件数, 箱数, 总箱数, 件 数, 包装数量, no pkgs, total packages received, pallets, total pallets, no of pallets, number of
    pallets, total quantity of packages, total package, total number of cartons, no of package, pkg count, numero de
    bultos, 包件数, 合计件数, no of bags, no of boxes, total boxes, total cases, number of boxes, no of ctns, total packs,
    total crates, no of crates, number of crates, total drums, no of drums, total bags, total pallets, no of pallets, number of
    pallets, total bales, no of bales, total rolls, no of rolls, total skids, total pieces of packages, total no of cases, volumes
  `),
  ],
  pieces: [
    ...list(`
    pieces, no of pieces, number of pieces, no of pieces rcp, pcs, total pieces, pieces rcp, total pcs, total no of
    pieces, total number of pieces, piece, no pieces, pkg, pce, number of parcels, shipment pieces
  `),
  ],
  incoterm: [
    ...list(`
    resa, incoterms, incoterm, terms of delivery, delivery terms, trade terms, terms of sale, terms of trade, price
    terms, shipping terms, incoterms 2020, incoterms 2010, terms of shipment, term of delivery, delivery term,
    shipment terms, trade term, price term, terms of price, lieferbedingung, lieferbedingungen, conditions de
    livraison, terms and conditions of delivery, terms of delivery and payment, condizioni di consegna, incoterms®,
    贸易术语, 成交方式, 贸易条款, 价格条款, 价格术语, 交货条件, 贸易方式, delivery condition, price basis, delivery conditions, terms, sale
    terms, inco terms, terms of delivery incoterms, transport terms, 成交条款, 交货条款, condiciones de entrega, term of
    price, incoterms and place
  `),
  ],
  port_of_loading: [
    ...list(`
    porto di imbarco, port de chargement, port de charge, puerto de embarque, verladehafen, port of loading, port of
    lading, pol, loading port, port of shipment, port of export, port of departure, port of embarkation, p o l,
    airport of loading, loading port terminal, shipment from, shipped from port, port of exit, port of dispatch,
    装货港, 起运港, 装运港, 启运港, 装船港, 出口口岸, port airport of loading, place of loading, loading pier terminal, from port, port
    of load, sea port airport of loading, port airport of departure, port of loading airport of departure, shipping
    port, departure port, port of origin, ladehafen, port d embarquement, puerto de carga, 装运口岸, 起运口岸, loading at
  `),
  ],
  port_of_discharge: [
    ...list(`
    porto di sbarco, port de dechargement, puerto de destino, entladehafen, zielhafen, bestimmungshafen, port of
    discharge, pod, discharge port, port of unloading, port of destination, port of entry, point of entry, declared
    point of entry, port of arrival, p o d, destination port, port of import, unloading port, port airport of
    discharge, airport of discharge, port of disch, 卸货港, 目的港, 目的口岸, 到货口岸, 卸港, 抵运港, port of final destination,
    shipment to, port of discharge airport of destination, port airport of destination, place of unloading, foreign
    port of unloading, arrival port, entry point, declared point of entry into country, point of arrival,
    entschhafen, loschhafen, puerto de descarga, discharging port, port discharge, 目的港口, to port, 端口, port of
    delivery
  `),
  ],
  departure: [
    ...list(`
    airport of departure, airport of departure addr of first carrier and requested routing, airport of departure and
    requested routing, airport of departure address of first carrier and requested routing, departure, org, origin,
    origin destination, origin airport, airport of origin, departure airport, origin station, 起运站, 始发站, 起运机场, 起飞机场,
    始发机场, 起运地, origin id, origin code, departure airport code, from origin, airport of dep, 出发地, 启运地, place of
    departure, 始发地, departure from, shipped from, airport of departure addr of first carrier
  `),
  ],
  destination: [
    ...list(`
    airport of destination, origin destination, destination, destination airport, arrival airport, final
    destination, country of destination, 目的站, 目的地, 目的机场, 到达机场, destination code, dest, 目的地机场, airport of dest,
    destination station, place of destination, final place of destination, airport of arrival, to destination,
    destination country, ship to country, ort zentrum
  `),
  ],
  place_of_receipt: [
    ...list(`
    place of receipt, place of receipt by pre carrier, receipt place, 收货地点, 收货地, 接货地, place of acceptance, place of
    receipt of goods
  `),
  ],
  place_of_delivery: [
    ...list(`
    place of delivery, delivery place, place of delivery by on carrier, final place of delivery, 交货地点, 交货地, 交付地,
    place of final delivery, final destination for the merchants reference
  `),
  ],
  container: [
    ...numbered(
      ...list(`
    container, cntr, ctnr, container seal, cntr seal
  `),
    ),
    ...list(`
    container, containers, container nos, container numbers, 集装箱号, 箱号, 柜号, 集装箱号码, container nos seal nos, container
    no seal no, cntr nos, 箱号封号, container seal no, container no seal no marks and numbers, 货柜号, ctr no
  `),
  ],
  hs_code: [
    ...list(`
    hs code, h s code, hs codes, hs no, hs, h s, tariff code, tariff no, tariff number, commodity code, commodity
    no, customs tariff no, hts, hts code, harmonized code, harmonised code, harmonized tariff number, harmonized
    system code, hs tariff number, customs code, tariff heading, taric, cn code, statistical number,
    zolltarifnummer, warennummer, code sh, code douanier, 商品编码, hs编码, 税号, 海关编码, 商品编号, 税则号列, hs classification, hs
    code number, harmonized code no, hscode, code douane, statistische warennummer, 税则号, hs tariff code, hs heading,
    tariff item number, hs code no, h s no, h s classification
  `),
  ],
};
