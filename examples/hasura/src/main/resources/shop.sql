create table users (id uuid primary key, name text not null, password text not null);
create table products (id int primary key, name text not null);
create table orders (
  id int primary key,
  user_id uuid not null references users,
  product_id int not null references products,
  total numeric(10, 2) not null);
create index on orders (user_id);
create index on orders (product_id);
insert into users values
  ('7b1f4d4e-54fd-4d0a-9b5e-0d1a7f7f2a11', 'Ann', 'x'),
  ('7b1f4d4e-54fd-4d0a-9b5e-0d1a7f7f2a12', 'Bob', 'y');
insert into products values (1, 'Lamp'), (2, 'Map');
insert into orders values
  (1, '7b1f4d4e-54fd-4d0a-9b5e-0d1a7f7f2a11', 1, 12.50),
  (2, '7b1f4d4e-54fd-4d0a-9b5e-0d1a7f7f2a11', 2, 30),
  (3, '7b1f4d4e-54fd-4d0a-9b5e-0d1a7f7f2a12', 2, 18);
