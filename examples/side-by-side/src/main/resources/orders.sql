create table orders (
  id int primary key,
  user_id int not null,
  product text not null,
  total int not null
);
create index on orders (user_id, id);
insert into orders values (1, 1, 'map', 30), (2, 2, 'map', 10), (3, 1, 'lamp', 20), (4, 1, 'map', 40), (5, 2, 'rope', 5);
