/** What a stranger reads first in the folder of a whole museum. */
export const READ_ME = (museum: string, pictures: number): string =>
  `${museum}

这是一个博物馆的全部资料，不用任何专门软件也能读。
  catalogue.csv   藏品目录，可用 Excel、WPS 打开，每件一行
  parts.csv       一套多件的各个分件
  relations.csv   藏品之间的关联
  fields.csv      各字段的含义、类型和所用代码表
  pictures.csv    ${pictures} 张图片各属于哪件藏品、存放在哪个文件
  media/          图片原件，文件名是内容的 SHA-256；类型见 pictures.csv
  originals/      历次导入的原始文件，文件名是内容的 SHA-256
  tables/         数据库的每张表，每行一个 JSON 对象（UTF-8）；空值为 null，日期为 2026-03-01，时刻为 UTC，年份公元前为负
  museum.json     表、行数、列名和各文件的 SHA-256，用来核对是否完整
其中 tables/ 里有捐赠人等的电话、地址、证件号，交给别人之前请想一想。
“馆藏通”可以把这个文件夹原样恢复成博物馆，一条不少。

This is all that a museum has recorded; it can be read without any special program.
  catalogue.csv   the collection, one object a row, for any spreadsheet program
  parts.csv       the parts of objects that consist of several
  relations.csv   which objects have to do with each other, and what
  fields.csv      what the fields mean, their types and code tables
  pictures.csv    which object each of the ${pictures} pictures shows and where it lies
  media/          the pictures as they were taken in, named by the SHA-256 of their bytes; types are in pictures.csv
  originals/      every file that was imported, named likewise
  tables/         every table of the database, one JSON object a line (UTF-8): null is "not recorded", days are 2026-03-01,
                  instants are UTC, years BCE are negative
  museum.json     tables, rows, columns and hashes, to tell whether all is there
tables/ holds telephone numbers, addresses and documents of donors and others: think before you hand it on.
Guancang brings this folder back as a museum without loss.
`
