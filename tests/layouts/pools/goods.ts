/** Goods with a real HS subheading, what they cost and weigh, and how they are counted. */
export interface Good {
  readonly hs: string;
  readonly en: string;
  readonly zh: string;
  readonly unit: string;
  readonly price: number;
  readonly kg: number;
  /** Botanical or zoological name, for certificates. */
  readonly latin?: string;
}

const INDUSTRY = `850131|DC motor 24V|直流电动机|PCS|18|1.2
851830|Wireless headphones|无线耳机|PCS|22|0.3
847130|Notebook computer 14 inch|笔记本电脑|PCS|520|1.8
853400|Printed circuit board assembly|印刷电路板|PCS|6.5|0.1
853952|LED lamp E27 9W|LED灯|PCS|1.9|0.08
940360|Oak side table|橡木边桌|PCS|64|14
940161|Upholstered armchair|软垫扶手椅|PCS|88|17
610910|Cotton T-shirt, short sleeve|棉质T恤|PCS|3.4|0.18
620342|Men's cotton trousers|男式棉裤|PCS|9.8|0.45
630260|Terry bath towel 70x140|毛巾|PCS|2.7|0.4
640411|Running shoes|跑步鞋|PRS|14|0.8
420222|Ladies handbag, PU|女式手提包|PCS|8.6|0.6
950300|Plastic building blocks set|塑料积木|SETS|7.2|0.9
871200|City bicycle 28"|自行车|UNITS|145|15
870830|Brake pad set, front|刹车片|SETS|11|1.9
848210|Deep groove ball bearing 6204|深沟球轴承|PCS|1.3|0.11
848180|Brass ball valve DN25|黄铜球阀|PCS|4.4|0.38
841370|Centrifugal pump 2.2 kW|离心泵|UNITS|310|28
731815|Hex bolt M10x60, zinc plated|六角螺栓|KG|2.1|1
760421|Aluminium profile, anodised|铝型材|MTR|6.9|1.4
392690|Injection moulded plastic housing|塑料外壳|PCS|0.85|0.06
391740|PVC pipe elbow 90 deg|PVC弯头|PCS|0.42|0.05
401110|Passenger car tyre 205/55 R16|轿车轮胎|PCS|38|9
690721|Porcelain floor tile 60x60 cm|瓷砖|SQM|5.6|21
691110|Porcelain dinner set, 16 pieces|瓷餐具|SETS|17|6.5
701090|Glass bottle 750 ml|玻璃瓶|PCS|0.33|0.5
481910|Corrugated carton, 5-ply|瓦楞纸箱|PCS|0.7|0.6
482010|Notebook A5, hard cover|笔记本|PCS|1.2|0.25
330499|Face cream 50 ml|面霜|PCS|4.9|0.12
340111|Toilet soap 100 g|香皂|PCS|0.38|0.11
290531|Ethylene glycol|乙二醇|KGS|0.95|1
310210|Urea, granular|尿素|MT|390|1000
847989|Automatic labelling machine|自动贴标机|SET|8400|420
844332|Thermal label printer|热敏打印机|UNITS|96|2.6
850760|Lithium-ion battery pack 48V|锂电池|PCS|210|9.5
903180|Digital caliper 150 mm|数显卡尺|PCS|12|0.3
901890|Infusion set, sterile|输液器|PCS|0.29|0.03
846721|Cordless drill 18V|充电钻|PCS|41|2.2
851671|Espresso coffee machine|咖啡机|PCS|118|6.3
841821|Refrigerator 240 L|冰箱|UNITS|186|52
540752|Polyester fabric, dyed 150 cm|涤纶面料|MTRS|1.7|0.22
520942|Denim fabric, indigo|牛仔布|YDS|2.6|0.38
910211|Quartz wrist watch|石英手表|PCS|27|0.12
853690|Terminal block 12-way|接线端子|PCS|0.9|0.03
732393|Stainless steel saucepan 20 cm|不锈钢锅|PCS|7.7|0.95
820559|Hand tool kit, 46 pcs|工具套装|SETS|13|2.8
852580|IP security camera|监控摄像头|PCS|34|0.5
854442|USB-C cable 1 m|数据线|PCS|0.8|0.04
903289|Temperature controller PID|温控器|PCS|29|0.25
843149|Bucket tooth for excavator|挖掘机斗齿|PCS|16|5.4`;

const FOOD = `220421|Red wine, bottled, 12.5% vol|红葡萄酒|BTL|4.8|1.3|Vitis vinifera
090111|Green coffee beans, not roasted|生咖啡豆|KG|3.6|1|Coffea arabica
090240|Black tea, fermented|红茶|KG|4.1|1|Camellia sinensis
080510|Fresh oranges|鲜橙|CTNS|11|15|Citrus sinensis
080440|Fresh avocados|鲜牛油果|CTNS|9.4|4|Persea americana
080810|Fresh apples|鲜苹果|CTNS|14|18|Malus domestica
100630|White rice, milled|大米|MT|520|1000|Oryza sativa
120190|Soya beans|大豆|MT|440|1000|Glycine max
440711|Pine sawn timber|松木锯材|CBM|210|520|Pinus sylvestris
060311|Fresh cut roses|鲜切玫瑰|STEMS|0.4|0.06|Rosa sp.
030313|Frozen Atlantic salmon|冷冻三文鱼|KGS|7.2|1|Salmo salar
030617|Frozen shrimps, headless|冷冻虾|KGS|8.1|1|Penaeus vannamei
020230|Frozen boneless beef|冷冻去骨牛肉|KGS|5.9|1|Bos taurus
020714|Frozen chicken cuts|冷冻鸡块|KGS|1.9|1|Gallus gallus
040690|Hard cheese, 45% fat|奶酪|KGS|6.4|1|Bos taurus
040210|Skimmed milk powder|脱脂奶粉|KGS|2.9|1|Bos taurus
180690|Milk chocolate bars|牛奶巧克力|CTNS|22|6|Theobroma cacao
190531|Butter biscuits|黄油饼干|CTNS|12|5|Triticum aestivum
150920|Extra virgin olive oil|特级初榨橄榄油|BTL|5.2|1|Olea europaea`;

/** What factories send. */
export const INDUSTRIAL: readonly Good[] = read(INDUSTRY);
/** What fields, herds and nets give. */
export const EDIBLE: readonly Good[] = read(FOOD);

function read(text: string): Good[] {
  return text.split("\n").map((line) => {
    const [hs = "", en = "", zh = "", unit = "", price, kg, latin] = line.split("|");
    const good = { hs, en, zh, unit, price: Number(price), kg: Number(kg) };
    return latin ? { ...good, latin } : good;
  });
}
