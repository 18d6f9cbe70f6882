create table users (
  id int primary key,
  email text not null unique,
  name text not null
);

create table orders (
  id int primary key,
  user_id int not null references users,
  sku text not null,
  total numeric(10, 2) not null
);

create index on orders (user_id);
create index on orders (sku);

insert into users
select i, 'user' || i || '@example.com', 'User ' || i from generate_series(1, 1000) i;

insert into orders
select i, 1 + i * 7 % 1000, 'sku-' || i % 100, (i * 37 % 5000) / 100.0 from generate_series(1, 3000) i;
